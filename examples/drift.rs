//! When the turns of a loop begin, if each of them works for 30 ms.
//!
//! In Python this is a loop that sleeps, and one that counts by `loop.time()`.
//!
//!     cargo run --example drift

use std::time::Duration;
use tokio::time::{Instant, interval, sleep};

const HOW: &str = "sleep";

// ANCHOR: with_sleep
const PERIOD: Duration = Duration::from_millis(100);

async fn work() {
    sleep(Duration::from_millis(30)).await;
}

async fn with_sleep(begins: &mut Vec<Instant>) {
    for _ in 0..5 {
        begins.push(Instant::now());
        work().await;
        sleep(PERIOD).await;
    }
}
// ANCHOR_END: with_sleep

// ANCHOR: with_interval
async fn with_interval(begins: &mut Vec<Instant>) {
    let mut interval = interval(PERIOD);
    for _ in 0..5 {
        interval.tick().await;
        begins.push(Instant::now());
        work().await;
    }
}
// ANCHOR_END: with_interval

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut begins = Vec::new();
    match HOW {
        "sleep" => with_sleep(&mut begins).await,
        _ => with_interval(&mut begins).await,
    }
    for at in begins {
        println!("turn at {} ms", (at - start).as_millis());
    }
}
