//! A grace period for a worker that blocks, and cannot be aborted.
//!
//! In Python this is a thread of `to_thread`, which no `cancel()` ends.
//!
//!     cargo run --example grace_blocked

use std::{thread, time::Duration};
use tokio::{
    sync::Notify,
    task::JoinSet,
    time::{Instant, timeout},
};

// ANCHOR: shutdown
const GRACE: Duration = Duration::from_millis(200);
const LAST: Duration = Duration::from_millis(100);

async fn shut_down(mut workers: JoinSet<()>) {
    let all = async { while workers.join_next().await.is_some() {} };
    if timeout(GRACE, all).await.is_err() {
        workers.shutdown().await; // Has no limit of its own.
    }
}

async fn shut_down_limited(mut workers: JoinSet<()>) {
    let all = async { while workers.join_next().await.is_some() {} };
    if timeout(GRACE, all).await.is_err()
        && timeout(LAST, workers.shutdown()).await.is_err()
    {
        println!("left behind: {}", workers.len());
    }
}
// ANCHOR_END: shutdown

static BEGUN: Notify = Notify::const_new();

async fn one_that_blocks() -> JoinSet<()> {
    let mut workers = JoinSet::new();
    workers.spawn_blocking(|| {
        BEGUN.notify_one();
        thread::sleep(Duration::from_secs(1));
    });
    BEGUN.notified().await;
    workers
}

#[tokio::main]
async fn main() {
    let workers = one_that_blocks().await;
    let asked = Instant::now();
    shut_down(workers).await;
    println!("without a limit: {} ms", asked.elapsed().as_millis());

    let workers = one_that_blocks().await;
    let asked = Instant::now();
    shut_down_limited(workers).await;
    println!("with a limit:    {} ms", asked.elapsed().as_millis());
}
