//! Two accounts, two locks, and no deadlock.

// begin solution
use std::cmp::Ordering;

// end solution
use lab::{Account, Bank};

/// Moves `amount`, and says whether there was enough. While the bank records
/// it, with `bank.record(from, to, amount)`, both accounts are locked; other
/// accounts are not. From an account to itself there is nothing to do: `true`.
/// No two accounts have the same `account.number()`.
pub async fn transfer(
    bank: &Bank,
    from: &Account,
    to: &Account,
    amount: u32,
) -> bool {
    // begin solution
    //~ // TODO: lock both (`account.balance.lock()`), record, change both.
    //~ todo!("{amount} from {from:?} to {to:?} of {bank:?}")
    // The lower number first, whoever pays: so no two transfers can hold one
    // account each and wait for the other's.
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
    if *source < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    // No await from here on: nothing can come between the two.
    *source -= amount;
    *target += amount;
    true
    // end solution
}
