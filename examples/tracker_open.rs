//! Wait for a tracker that nobody has closed.
//!
//! In Python this is a wait for an `Event` that nobody sets.
//!
//!     cargo run --example tracker_open --features util

use std::time::Duration;
use tokio::time::{sleep, timeout};
use tokio_util::task::TaskTracker;

// ANCHOR: main
async fn job(name: &str) {
    sleep(Duration::from_millis(50)).await;
    println!("{name} done");
}

#[tokio::main]
async fn main() {
    let jobs = TaskTracker::new();
    jobs.spawn(job("first job"));
    let limit = Duration::from_millis(200);
    println!("open:    {:?}", timeout(limit, jobs.wait()).await);
    println!("tasks left: {}", jobs.len());

    jobs.close();
    println!("closed:  {:?}", timeout(limit, jobs.wait()).await);

    jobs.spawn(job("second job"));
    drop(jobs);
    println!("dropped");
    sleep(Duration::from_millis(300)).await;
}
// ANCHOR_END: main
