//! wrong: there_and_back_at_the_same_time
//! says: a deadlock
//! says: In which order
//!
//! First the one that pays.

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
    let mut source = from.balance.lock().await;
    let mut target = to.balance.lock().await;
    if *source < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    *source -= amount;
    *target += amount;
    true
}
