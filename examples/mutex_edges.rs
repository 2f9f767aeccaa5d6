//! A lock's queue, a lock taken twice, and a holder that panics or is aborted.
//!
//! In Python this is `asyncio.Lock`, which is fair and not re-entrant, too.
//!
//!     cargo run --example mutex_edges

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Mutex,
    task::JoinError,
    time::{sleep, timeout},
};

type Log = Arc<Mutex<Vec<u32>>>;

async fn sign(id: u32, log: Log) {
    log.lock().await.push(id);
}

async fn hold(log: Log) {
    let _guard = log.lock().await;
    sleep(Duration::from_secs(60)).await;
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let log = Log::default();

    // ANCHOR: edges
    let guard = log.lock().await;
    let mut tasks = Vec::new();
    for id in 1..=4 {
        tasks.push(tokio::spawn(sign(id, log.clone())));
        sleep(Duration::from_millis(50)).await;
    }
    println!("try_lock:     {:?}", log.try_lock().map(drop));
    let again = timeout(Duration::from_secs(1), log.lock()).await;
    println!("taken again:  {:?}", again.map(drop));

    drop(guard);
    for task in tasks {
        task.await?;
    }
    println!("in turn:      {:?}", log.lock().await);

    let holder = tokio::spawn(hold(log.clone()));
    sleep(Duration::from_millis(50)).await;
    holder.abort();
    println!("holder gone:  {:?}", log.lock().await);

    let n = Mutex::new(1);
    let double = async { *n.lock().await = *n.lock().await * 2 };
    let doubled = timeout(Duration::from_secs(1), double).await;
    println!("n = n * 2:    {doubled:?}");
    // ANCHOR_END: edges
    Ok(())
}
