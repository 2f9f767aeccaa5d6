//! A shielded write, and a `main` that does not wait for it.
//!
//! In Python this is a shield that `asyncio.run` cancels at its end.
//!
//!     cargo run --example shield_lost

use std::time::Duration;
use tokio::time::{sleep, timeout};

// ANCHOR: main
async fn write() {
    sleep(Duration::from_secs(3)).await;
    println!("write done");
}

#[tokio::main]
async fn main() {
    let writing = tokio::spawn(write());
    let limit = Duration::from_secs(1);
    if timeout(limit, writing).await.is_err() {
        println!("main: timeout");
    }
}
// ANCHOR_END: main
