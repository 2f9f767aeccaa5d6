//! Two waits in turn, and a third one beside them.
//!
//! In Python this is `gather` over a coroutine that awaits twice, and another.
//!
//!     cargo run --example sum_or_longest

use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
async fn wait(seconds: u64) {
    sleep(Duration::from_secs(seconds)).await;
}

async fn two_waits() {
    wait(2).await;
    wait(1).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    tokio::join!(two_waits(), wait(2));
    println!("{} ms in all", start.elapsed().as_millis());
}
// ANCHOR_END: main
