//! Drop the futures that wait for a point in time, and ask for it again.
//!
//! In Python this is `asyncio.timeout_at(when)`, cancelled.
//!
//!     cargo run --example card_deadlines

use futures::FutureExt;
use std::time::Duration;
use tokio::time::{Instant, sleep, sleep_until, timeout_at};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// Polls it once and drops it, 50 ms before it is asked for again.
async fn dropped(future: impl Future) {
    assert!(future.now_or_never().is_none(), "it was ready");
    sleep(ms(50)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    dropped(sleep_until(start + ms(100))).await;
    sleep_until(start + ms(100)).await;
    println!("sleep_until: {} ms", start.elapsed().as_millis());

    let start = Instant::now();
    let limit = start + ms(100);
    dropped(timeout_at(limit, sleep(ms(200)))).await;
    let end = timeout_at(limit, sleep(ms(200))).await;
    let took = start.elapsed().as_millis();
    println!("timeout_at: in time {}, after {took} ms", end.is_ok());
}
