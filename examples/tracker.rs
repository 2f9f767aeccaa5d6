//! A shielded write that is tracked, so that `main` can wait for it.
//!
//! In Python this is a set of tasks, awaited before the program ends.
//!
//!     cargo run --example tracker --features util

use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::task::TaskTracker;

// ANCHOR: main
async fn write() {
    sleep(Duration::from_secs(3)).await;
    println!("write done");
}

async fn save(writes: &TaskTracker) {
    let writing = writes.spawn(write());
    let limit = Duration::from_secs(1);
    if timeout(limit, writing).await.is_err() {
        println!("save: timeout");
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let writes = TaskTracker::new();
    save(&writes).await;
    println!("still at work: {}", writes.len());

    writes.close();
    writes.wait().await;
    println!("main ends at {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
