//! A heartbeat every 300 ms, cancelled after a second.
//!
//! In Python this is a task with `while True:` and `asyncio.sleep(0.3)`.
//!
//!     cargo run --example interval

use std::time::Duration;
use tokio::time::{Instant, interval, sleep};

const PERIOD: u64 = 300; // milliseconds

async fn heartbeat(start: Instant) {
    let mut ticks = interval(Duration::from_millis(PERIOD));
    for n in 1.. {
        ticks.tick().await;
        println!("beat {n} at {} ms", start.elapsed().as_millis());
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let task = tokio::spawn(heartbeat(start));

    sleep(Duration::from_millis(1000)).await;
    task.abort();
    let _ = task.await;
    println!("stopped at {} ms", start.elapsed().as_millis());
}
