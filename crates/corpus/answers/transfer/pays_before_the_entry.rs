//! wrong: a_cancelled_transfer_moves_nothing
//! says: the balances [70, 100]
//! says: a transfer can end in between
//!
//! Takes the money, and then waits.

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
    if *source < amount {
        return false;
    }
    *source -= amount;
    bank.record(from, to, amount).await;
    *target += amount;
    true
}
