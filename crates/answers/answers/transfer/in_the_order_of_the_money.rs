//! wrong: there_and_back_at_the_same_time
//! says: a deadlock
//! says: In which order
//!
//! Neither transfer gets as far as the book. Perhaps both lock the account that
//! pays first: one holds account 1 and wants 2, the other holds 2 and wants 1,
//! and that is a circle. In what other order could both of them lock?

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
