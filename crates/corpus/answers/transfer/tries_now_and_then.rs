//! wrong: there_and_back_at_the_same_time
//! says: exactly 210 ms
//!
//! Sleeps, and misses the moment.

use lab::{Account, Bank, ms};
use tokio::time::sleep;

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
        sleep(ms(70)).await;
    };
    if *source < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    *source -= amount;
    *target += amount;
    true
}
