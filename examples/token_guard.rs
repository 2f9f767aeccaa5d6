//! Whoever holds the drop guard tells the helper when it goes, however it goes.
//!
//! In Python this is `finally: helper.cancel()`.
//!
//!     cargo run --example token_guard --features util

use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;

// ANCHOR: main
async fn helper(start: Instant, stop: CancellationToken) {
    stop.cancelled().await;
    println!("helper told at {} ms", start.elapsed().as_millis());
}

async fn request(start: Instant) {
    let stop = CancellationToken::new();
    tokio::spawn(helper(start, stop.clone()));
    let _guard = stop.drop_guard();
    sleep(Duration::from_secs(10)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let limit = Duration::from_millis(100);
    let result = timeout(limit, request(start)).await;
    sleep(Duration::from_millis(50)).await;
    println!("main got: {result:?}");
}
// ANCHOR_END: main
