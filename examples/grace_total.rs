//! Four workers share one grace period.
//!
//! In Python this is `asyncio.wait(workers, timeout=0.2)`.
//!
//!     cargo run --example grace_total

use std::time::Duration;
use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

async fn flush(ms: u64) {
    sleep(Duration::from_millis(ms)).await;
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let mut workers = JoinSet::new();
    for ms in [0, 100, 250, 400] {
        workers.spawn(flush(ms));
    }
    let all = async { while workers.join_next().await.is_some() {} };
    let _ = timeout(Duration::from_millis(200), all).await;
    println!("aborted: {}", workers.len());
    workers.shutdown().await;
}
// ANCHOR_END: main
