//! Wait for so long, then abort who is left, and say who that was.
//!
//! In Python this is `asyncio.wait(tasks, timeout=0.2)`, then `cancel()`.
//!
//!     cargo run --example grace --features util

use std::{collections::BTreeMap, time::Duration};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep, timeout},
};
use tokio_util::sync::CancellationToken;

const GRACE: u64 = 200;

async fn worker(name: &str, flush: u64, stop: CancellationToken) {
    stop.cancelled().await;
    sleep(Duration::from_millis(flush)).await;
    println!("{name} flushed");
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let stop = CancellationToken::new();
    let mut workers = JoinSet::new();
    let mut names = BTreeMap::new();
    for (name, flush) in [("mail", 10), ("cache", 100), ("index", 60_000)] {
        let task = workers.spawn(worker(name, flush, stop.clone()));
        names.insert(task.id(), name);
    }
    sleep(Duration::from_millis(100)).await;

    let asked = Instant::now();
    stop.cancel();
    let all = async {
        while let Some(end) = workers.join_next_with_id().await {
            match end {
                Ok((id, ())) => names.remove(&id),
                Err(error) => names.remove(&error.id()), // It panicked.
            };
        }
    };
    if timeout(Duration::from_millis(GRACE), all).await.is_err() {
        workers.shutdown().await; // abort_all, and wait for the drops
    }
    println!("aborted: {:?}", Vec::from_iter(names.values()));
    println!("shutdown took {} ms", asked.elapsed().as_millis());
}
// ANCHOR_END: main
