//! Ask the workers to stop, and do not wait for them.
//!
//! In Python this is `cancel()` for each task, and the end of `main`.
//!
//!     cargo run --example told_only --features util

use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

async fn worker(id: u32, flush: u64, stop: CancellationToken) {
    stop.cancelled().await;
    sleep(Duration::from_millis(flush)).await;
    println!("worker {id} flushed");
}

#[tokio::main]
async fn main() {
    let stop = CancellationToken::new();
    let workers = TaskTracker::new();
    for (id, flush) in [(1, 100), (2, 200), (3, 300)] {
        workers.spawn(worker(id, flush, stop.clone()));
    }
    sleep(Duration::from_millis(100)).await;

    let asked = Instant::now();
    stop.cancel();
    println!("shutdown took {} ms", asked.elapsed().as_millis());
}
