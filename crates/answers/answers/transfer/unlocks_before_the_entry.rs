//! wrong: both_are_locked_while_it_is_recorded
//! says: none of them was locked
//! says: A guard unlocks when
//!
//! At 50 ms, in the middle of the entry, neither account is locked: each lock
//! was held for one statement. What you have read may be changed by somebody
//! else before you write. How does a guard get a longer life?

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
