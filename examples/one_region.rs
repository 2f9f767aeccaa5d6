//! One limit for a whole block, and one limit for each call in it.
//!
//! In Python this is one `async with asyncio.timeout()`, or one around each.
//!
//!     cargo run --example one_region

use std::time::Duration;
use tokio::time::{Instant, error::Elapsed, sleep, timeout};

// ANCHOR: main
const LIMIT: Duration = Duration::from_millis(250);

async fn call(_name: &str) {
    sleep(Duration::from_millis(100)).await;
}

async fn block() -> Result<(), Elapsed> {
    timeout(LIMIT, async {
        call("reserve").await;
        call("charge").await;
        call("ship").await;
    })
    .await
}

async fn each() -> Result<(), Elapsed> {
    timeout(LIMIT, call("reserve")).await?;
    timeout(LIMIT, call("charge")).await?;
    timeout(LIMIT, call("ship")).await
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    println!(
        "block: {:?} at {} ms",
        block().await,
        start.elapsed().as_millis()
    );
    let start = Instant::now();
    println!(
        "each: {:?} at {} ms",
        each().await,
        start.elapsed().as_millis()
    );
}
// ANCHOR_END: main
