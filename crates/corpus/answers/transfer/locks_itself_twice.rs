//! wrong: from_an_account_to_itself
//! says: a deadlock
//! says: or by itself
//!
//! The second lock waits for the first.

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
