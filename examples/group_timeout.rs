//! Time is up for a group, and for a bare task.
//!
//! In Python this is `async with asyncio.timeout(..)` around a `TaskGroup`.
//!
//!     cargo run --example group_timeout

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

// ANCHOR: main
static DONE: AtomicU32 = AtomicU32::new(0);

async fn work(_id: u32) {
    sleep(Duration::from_millis(300)).await;
    DONE.fetch_add(1, Ordering::Relaxed);
}

async fn group() {
    let set: JoinSet<()> = [1, 2].map(work).into_iter().collect();
    set.join_all().await;
}

#[tokio::main]
async fn main() {
    let limit = Duration::from_millis(50);

    let in_time = timeout(limit, group()).await.is_ok();
    sleep(Duration::from_millis(500)).await;
    let done = DONE.load(Ordering::Relaxed);
    println!("group: in time {in_time}, {done} done later");

    let in_time = timeout(limit, tokio::spawn(work(3))).await.is_ok();
    sleep(Duration::from_millis(500)).await;
    let done = DONE.load(Ordering::Relaxed);
    println!("task: in time {in_time}, {done} done later");
}
// ANCHOR_END: main
