//! wrong: two_threads_may_transfer
//! says: (a deadlock)
//!
//! `join!` asks for both locks in one go, but it gets them one after the
//! other. On two threads, one transfer gets the first account and the other
//! one the second, and then each waits for what the other holds.

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
    let (mut source, mut target) =
        tokio::join!(from.balance.lock(), to.balance.lock());
    if *source < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    *source -= amount;
    *target += amount;
    true
}
