//! Two accounts, two locks, and no deadlock.

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
    // TODO: lock both (`account.balance.lock()`), record, change both.
    todo!("{amount} from {from:?} to {to:?} of {bank:?}")
}
