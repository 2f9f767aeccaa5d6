//! right
//!
//! Any number of accounts.

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
    let mut accounts = [from, to];
    accounts.sort_by_key(|account| account.number());
    let mut guards = Vec::new();
    for account in accounts {
        guards.push((account.number(), account.balance.lock().await));
    }
    if guards[0].0 != from.number() {
        guards.swap(0, 1);
    }
    if *guards[0].1 < amount {
        return false;
    }
    bank.record(from, to, amount).await;
    *guards[0].1 -= amount;
    *guards[1].1 += amount;
    true
}
