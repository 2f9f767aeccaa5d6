//! A set keeps each result until somebody takes it; a tracker keeps none.
//!
//! In Python this is why `add_done_callback(tasks.discard)` is needed.
//!
//!     cargo run --example join_set_keeps --features util

use std::time::Duration;
use tokio::{task::JoinSet, time::sleep};
use tokio_util::task::TaskTracker;

// ANCHOR: main
async fn job(n: usize) -> usize {
    n
}

#[tokio::main]
async fn main() {
    let mut set = JoinSet::new();
    let tracker = TaskTracker::new();
    for n in 0..1000 {
        set.spawn(job(n));
        tracker.spawn(job(n));
    }
    sleep(Duration::from_millis(100)).await;
    println!("all done; in the set: {}", set.len());
    println!("all done; in the tracker: {}", tracker.len());
}
// ANCHOR_END: main
