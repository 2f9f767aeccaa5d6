//! A wait of two seconds and one of one second, in turn and together.
//!
//! In Python this is two `await`s, and then `asyncio.gather`.
//!
//!     cargo run --example sum_or_longest

use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn wait(seconds: u64) {
    sleep(Duration::from_secs(seconds)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    wait(2).await;
    wait(1).await;
    let in_turn = start.elapsed().as_millis();

    let start = Instant::now();
    tokio::join!(wait(2), wait(1));
    let together = start.elapsed().as_millis();
    println!("{in_turn} ms and {together} ms");
}
