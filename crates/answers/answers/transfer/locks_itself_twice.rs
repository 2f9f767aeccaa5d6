//! wrong: from_an_account_to_itself
//! says: a deadlock
//! says: or by itself
//!
//! Nothing is recorded: the account is locked, and then it is to be locked
//! again. A lock does not know that it is you who holds it, so the transfer
//! waits for itself. What is special about these two accounts, and what is
//! there to do for them?

use lab::{Account, Bank};

pub async fn transfer(
    bank: &Bank,
    from: &Account,
    to: &Account,
    amount: u32,
) -> bool {
    let (mut source, mut target);
    if from.number() < to.number() {
        source = from.balance.lock().await;
        target = to.balance.lock().await;
    } else {
        target = to.balance.lock().await;
        source = from.balance.lock().await;
    }
    if *source < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    *source -= amount;
    *target += amount;
    true
}
