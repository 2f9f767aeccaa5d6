//! wrong: nobody_pays_more_than_there_is
//! says: 1 in the book
//! says: before anything else
//!
//! The answer is `false`, and still the transfer is in the book, from 0 to 100
//! ms: it was recorded before anybody looked at the balance. From which moment
//! on do you know whether there is enough?

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
    let (mut source, mut target);
    if from.number() < to.number() {
        source = from.balance.lock().await;
        target = to.balance.lock().await;
    } else {
        target = to.balance.lock().await;
        source = from.balance.lock().await;
    }
    bank.record(from, to, amount).await;
    if *source < amount {
        return false;
    }
    *source -= amount;
    *target += amount;
    true
}
