//! wrong: both_are_locked_while_it_is_recorded
//! says: none of them was locked
//! says: A guard unlocks when
//!
//! Reads, records, and writes: three short locks.

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
    if *from.balance.lock().await < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    *from.balance.lock().await -= amount;
    *to.balance.lock().await += amount;
    true
}
