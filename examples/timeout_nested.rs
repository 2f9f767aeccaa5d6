//! A timeout inside a timeout: each has its own place in the result.
//!
//! In Python these are two `async with asyncio.timeout()`, one exception.
//!
//!     cargo run --example timeout_nested

use std::{future::ready, time::Duration};
use tokio::time::{sleep, timeout};

// ANCHOR: main
const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn work() -> u32 {
    sleep(ms(300)).await;
    42
}

#[tokio::main]
async fn main() {
    let inner = timeout(ms(200), timeout(ms(50), work())).await;
    println!("inner limit hit: {inner:?}");
    let outer = timeout(ms(50), timeout(ms(200), work())).await;
    println!("outer limit hit: {outer:?}");
    let none = timeout(ms(600), timeout(ms(500), work())).await;
    println!("no limit hit: {none:?}");

    let at_once = timeout(Duration::ZERO, ready(42)).await;
    println!("no time, and none needed: {at_once:?}");
}
// ANCHOR_END: main
