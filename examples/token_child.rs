//! Child tokens: stop one connection, then all of them.
//!
//! In Python there is none; a set of tasks, cancelled one by one, comes near.
//!
//!     cargo run --example token_child --features util

use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

// ANCHOR: main
async fn serve(name: &str, start: Instant, stop: CancellationToken) {
    stop.cancelled().await;
    println!("{name} told at {} ms", start.elapsed().as_millis());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let all = CancellationToken::new();
    let one = all.child_token();
    tokio::spawn(serve("connection 1", start, one.clone()));
    tokio::spawn(serve("connection 2", start, all.child_token()));

    sleep(Duration::from_millis(100)).await;
    one.cancel();
    sleep(Duration::from_millis(100)).await;
    println!("all cancelled: {}", all.is_cancelled());
    all.cancel();
    sleep(Duration::from_millis(100)).await;
}
// ANCHOR_END: main
