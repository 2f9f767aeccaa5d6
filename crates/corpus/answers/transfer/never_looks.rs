//! wrong: nobody_pays_more_than_there_is
//! says: subtract with overflow
//!
//! Pays without looking.

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
    *source -= amount;
    *target += amount;
    true
}
