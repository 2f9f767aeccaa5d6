//! An interval that is made anew in each turn of the loop.
//!
//! In Python `asyncio.sleep` in the loop is right: it has no first tick.
//!
//!     cargo run --example interval_in_loop

use std::time::Duration;
use tokio::time::{Instant, interval};

// ANCHOR: main
const PERIOD: Duration = Duration::from_millis(100);

#[tokio::main]
async fn main() {
    let start = Instant::now();
    for n in 1..=3 {
        interval(PERIOD).tick().await;
        println!("wrong: beat {n} at {} ms", start.elapsed().as_millis());
    }
    let mut ticks = interval(PERIOD);
    for n in 1..=3 {
        ticks.tick().await;
        println!("right: beat {n} at {} ms", start.elapsed().as_millis());
    }
}
// ANCHOR_END: main
