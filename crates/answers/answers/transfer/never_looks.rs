//! wrong: nobody_pays_more_than_there_is
//! says: subtract with overflow
//!
//! 100 are subtracted from 99, and that panics: an unsigned number does not go
//! below 0. Nobody looked at the balance. When can you look, so that it is
//! still true when you pay?

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
