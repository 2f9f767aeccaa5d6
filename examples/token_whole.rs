//! A collector that is dropped as a whole when it is asked to stop.
//!
//! In Python this is a cancelled task that has no `except`.
//!
//!     cargo run --example token_whole --features util

use std::time::Duration;
use tokio::{task::JoinError, time::sleep};
use tokio_util::sync::CancellationToken;

// ANCHOR: main
const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn collect() {
    let mut batch = Vec::new();
    while batch.len() < 3 {
        sleep(ms(200)).await;
        batch.push(batch.len() + 1);
        println!("read {batch:?}");
    }
    println!("wrote {batch:?}");
}

async fn worker(stop: CancellationToken) {
    let ended = stop.run_until_cancelled(collect()).await;
    println!("worker ends: {ended:?}");
}
// ANCHOR_END: main

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let stop = CancellationToken::new();
    let task = tokio::spawn(worker(stop.clone()));
    sleep(ms(500)).await;
    stop.cancel();
    task.await
}
