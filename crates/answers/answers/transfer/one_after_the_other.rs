//! wrong: both_are_locked_while_it_is_recorded
//! says: only the one that pays was locked
//!
//! At 50 ms, in the middle of the entry, the account that pays is locked and
//! the one that is paid is not. So somebody can see the one account after the
//! transfer and the other one before it. Which guards have to be alive while
//! the bank records?

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
