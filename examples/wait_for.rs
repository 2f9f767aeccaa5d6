//! Two calls that take too long, each with a limit of its own.
//!
//! In Python this is `asyncio.wait_for`.
//!
//!     cargo run --example wait_for

use std::time::Duration;
use tokio::time::{Instant, error::Elapsed, sleep, timeout};

// ANCHOR: main
async fn call(seconds: u64) -> &'static str {
    sleep(Duration::from_secs(seconds)).await;
    "done"
}

async fn wait_for(
    limit: u64,
    takes: u64,
) -> (Result<&'static str, Elapsed>, Instant) {
    let result = timeout(Duration::from_secs(limit), call(takes)).await;
    (result, Instant::now())
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (a, b) = tokio::join!(wait_for(3, 5), wait_for(5, 10));
    for (result, at) in [a, b] {
        println!("{result:?} at {} ms", (at - start).as_millis());
    }
}
// ANCHOR_END: main
