//! wrong: a_cancelled_transfer_moves_nothing
//! says: the balances [70, 100]
//! says: a transfer can end in between
//!
//! The client gives up at 50 ms, while the bank records. By then the money was
//! taken from one account and not yet given to the other, so 30 are gone. What
//! can be done after the last `.await`, where nothing can come between?

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
