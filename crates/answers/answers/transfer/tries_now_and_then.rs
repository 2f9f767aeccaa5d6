//! wrong: there_and_back_at_the_same_time
//! says: it took 310 ms
//!
//! The accounts are free at 10 ms, and the first transfer begins later: it
//! tries, and sleeps, and misses the moment. Nothing is wrong with its result,
//! and it is late by its own pauses. What wakes a task in the moment in which a
//! lock is free?

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
