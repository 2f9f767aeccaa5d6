//! `sleep` is the exception: its deadline counts from the call.
//!
//! In Python `asyncio.sleep` counts from its `await`.
//!
//!     cargo run --example sleep_exception

use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
#[tokio::main]
async fn main() {
    let start = Instant::now();
    let a = sleep(Duration::from_millis(100)); // due at 100 ms
    let b = sleep(Duration::from_millis(100)); // due at 100 ms, too
    println!("called both");

    a.await;
    println!("a is over at {} ms", start.elapsed().as_millis());
    b.await;
    println!("{} ms in all", start.elapsed().as_millis());
}
// ANCHOR_END: main
