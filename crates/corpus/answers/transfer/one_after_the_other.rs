//! wrong: both_are_locked_while_it_is_recorded
//! says: only the one that pays was locked
//!
//! Locks the second account when it is needed.

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
    {
        let mut source = from.balance.lock().await;
        if *source < amount {
            return false;
        }
        bank.record(from, to, amount).await;
        *source -= amount;
    }
    *to.balance.lock().await += amount;
    true
}
