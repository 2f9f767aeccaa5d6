//! wrong: others_need_not_wait
//! says: it took 200 ms
//! says: one after another
//!
//! A lock around everything.

use lab::{Account, Bank};
use tokio::sync::Mutex;

static ALL: Mutex<()> = Mutex::const_new(());

pub async fn transfer(
    bank: &Bank,
    from: &Account,
    to: &Account,
    amount: u32,
) -> bool {
    let _all = ALL.lock().await;
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
    bank.record(from, to, amount).await;
    *source -= amount;
    *target += amount;
    true
}
