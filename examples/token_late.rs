//! A worker looks at its token only between two long jobs.
//!
//! In Python this is a loop that asks `stop.is_set()` once a turn.
//!
//!     cargo run --example token_late --features util

use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

// ANCHOR: main
async fn job() {
    sleep(Duration::from_secs(2)).await;
}

async fn looks(stop: CancellationToken) {
    while !stop.is_cancelled() {
        job().await;
    }
}

async fn races(stop: CancellationToken) {
    while stop.run_until_cancelled(job()).await.is_some() {}
}
// ANCHOR_END: main

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let stop = CancellationToken::new();
    let a = tokio::spawn(looks(stop.clone()));
    let b = tokio::spawn(races(stop.clone()));
    sleep(Duration::from_millis(500)).await;
    stop.cancel();
    b.await.ok();
    println!("races ends at {} ms", start.elapsed().as_millis());
    a.await.ok();
    println!("looks ends at {} ms", start.elapsed().as_millis());
}
