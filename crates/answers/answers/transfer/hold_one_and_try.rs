//! right
//!
//! Never waits while it holds.

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
    let (mut source, mut target) = loop {
        let source = from.balance.lock().await;
        if let Ok(target) = to.balance.try_lock() {
            break (source, target);
        }
        drop(source);
        let target = to.balance.lock().await;
        if let Ok(source) = from.balance.try_lock() {
            break (source, target);
        }
    };
    if *source < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    *source -= amount;
    *target += amount;
    true
}
