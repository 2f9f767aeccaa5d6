//! Ask three workers to stop, and wait until each has flushed.
//!
//! In Python this is `cancel()` for each task, then `gather`.
//!
//!     cargo run --example shutdown --features util

use std::time::Duration;
use tokio::time::{Instant, interval, sleep};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

async fn worker(id: u32, flush: Duration, stop: CancellationToken) {
    let mut jobs = interval(Duration::from_millis(100));
    let mut done = 0;
    while stop.run_until_cancelled(jobs.tick()).await.is_some() {
        done += 1;
    }
    sleep(flush).await;
    println!("worker {id} flushed {done} jobs");
}

// ANCHOR: main
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let stop = CancellationToken::new();
    let workers = TaskTracker::new();
    for (id, flush) in [(1, 0), (2, 60), (3, 120)] {
        let flush = Duration::from_millis(flush);
        workers.spawn(worker(id, flush, stop.clone()));
    }
    sleep(Duration::from_millis(150)).await; // know

    let asked = Instant::now();
    stop.cancel(); // tell
    workers.close();
    workers.wait().await; // wait
    println!("shutdown took {} ms", asked.elapsed().as_millis());
}
// ANCHOR_END: main
