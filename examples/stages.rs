//! Two stages without a barrier: join the first, then begin the second.
//!
//! In Python this is one `gather` after another.
//!
//!     cargo run --example stages

use futures::future::join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn prepare(seconds: u64) -> u64 {
    sleep(Duration::from_secs(seconds)).await;
    seconds * 10
}

async fn combine(part: u64, sum: u64) -> u64 {
    sleep(Duration::from_secs(1)).await;
    100 * part / sum
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let parts = join_all([1, 2, 3].map(prepare)).await;
    println!("stage 1: {parts:?} at {} ms", start.elapsed().as_millis());

    let sum = parts.iter().sum();
    let shares = join_all(parts.iter().map(|part| combine(*part, sum))).await;
    println!("stage 2: {shares:?} at {} ms", start.elapsed().as_millis());
}
