//! The results of tasks, in the order in which they were spawned.
//!
//! In Python this is `[task.result() for task in tasks]` after the group.
//!
//!     cargo run --example join_queue --features util

use std::time::Duration;
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};
use tokio_util::task::JoinQueue;

// ANCHOR: main
async fn download(name: &'static str, ms: u64) -> &'static str {
    sleep(Duration::from_millis(ms)).await;
    name
}

#[tokio::main]
async fn main() {
    let files = [("a", 300), ("b", 100), ("c", 200)];

    let mut set = JoinSet::new();
    for (name, ms) in files {
        set.spawn(download(name, ms));
    }
    println!("JoinSet:   {:?}", set.join_all().await);

    let start = Instant::now();
    let mut queue = JoinQueue::new();
    for (name, ms) in files {
        queue.spawn(download(name, ms));
    }
    println!("JoinQueue: {:?}", queue.join_all().await);
    println!("the queue took {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
