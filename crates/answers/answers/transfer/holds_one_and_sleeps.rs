//! wrong: there_and_back_at_the_same_time
//! says: never finished
//! says: In which order
//!
//! Neither transfer gets as far as the book. Perhaps each of them holds one
//! account and tries the other one again and again, with pauses: the other
//! holds that one in the same way, and no pause is long enough. What may a
//! transfer not have in its hands while it waits?

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
    let mut source = from.balance.lock().await;
    let mut target = loop {
        match to.balance.try_lock() {
            Ok(target) => break target,
            Err(_) => sleep(ms(1000)).await,
        }
    };
    if *source < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    *source -= amount;
    *target += amount;
    true
}
