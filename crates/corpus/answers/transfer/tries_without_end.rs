//! hangs: there_and_back_at_the_same_time
//! says: the virtual clock does not move on
//!
//! Tries again and again, and lets no time pass.

use lab::{Account, Bank};

pub async fn transfer(
    bank: &Bank,
    from: &Account,
    to: &Account,
    amount: u32,
) -> bool {
    if from.number() == to.number() {
        return true;
    }
    let (mut source, mut target) = loop {
        if let Ok(source) = from.balance.try_lock()
            && let Ok(target) = to.balance.try_lock()
        {
            break (source, target);
        }
        tokio::task::yield_now().await;
    };
    if *source < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    *source -= amount;
    *target += amount;
    true
}
