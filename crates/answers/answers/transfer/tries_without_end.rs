//! hangs: there_and_back_at_the_same_time
//! says: the virtual clock does not move on
//!
//! Your transfer tries again and again, and only yields in between. Time passes
//! only while everybody waits, so the auditor, who holds the accounts for 10
//! ms, never gets done. What can a task await that wakes it when the account is
//! free?

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
