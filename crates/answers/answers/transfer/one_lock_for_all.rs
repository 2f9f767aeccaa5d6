//! wrong: others_need_not_wait
//! says: it took 200 ms
//! says: an account that nobody uses
//!
//! There is no deadlock any more, and no two transfers at the same time either:
//! the second one begins at 100 ms, though it shares no account with the first.
//! One lock is around everything. Who really has to wait for whom?

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
