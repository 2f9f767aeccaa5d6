//! A timeout cannot stop what does not await.
//!
//! In Python this is `time.sleep` inside `asyncio.timeout`.
//!
//!     cargo run --example timeout_no_yield

use std::{thread, time::Duration};
use tokio::time::{Instant, timeout};

// ANCHOR: main
/// Stands for a long computation: it blocks its thread.
async fn compute() -> u32 {
    thread::sleep(Duration::from_millis(100));
    7
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let result = timeout(Duration::from_millis(10), compute()).await;
    println!("{result:?} after {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
