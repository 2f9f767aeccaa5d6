//! wrong: two_cannot_spend_the_same_money
//! says: `true` and `true`
//!
//! The balance is looked at under one guard and changed under another. Between
//! the two, another transfer had the account, and the money that was seen is
//! gone.

use std::cmp::Ordering;

use lab::{Account, Bank};

/// Moves `amount`, and says whether there was enough. While the bank records
/// it, with `bank.record(from, to, amount)`, both accounts are locked; other
/// accounts are not. From an account to itself there is nothing to do: `true`.
pub async fn transfer(
    bank: &Bank,
    from: &Account,
    to: &Account,
    amount: u32,
) -> bool {
    // The lower number first, whoever pays: so no two transfers can hold one
    // account each and wait for the other's.
    if from.number() != to.number() && *from.balance.lock().await < amount {
        return false;
    }
    let (mut source, mut target);
    match from.number().cmp(&to.number()) {
        Ordering::Equal => return true,
        Ordering::Less => {
            source = from.balance.lock().await;
            target = to.balance.lock().await;
        }
        Ordering::Greater => {
            target = to.balance.lock().await;
            source = from.balance.lock().await;
        }
    }
    bank.record(from, to, amount).await;
    // No await from here on: nothing can come between the two.
    *source = source.saturating_sub(amount);
    *target += amount;
    true
}
