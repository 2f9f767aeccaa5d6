//! A clock that jumps to the next timer when nobody can run.
//!
//! In Python asyncio brings none: a second takes a second.
//!
//!     cargo run --example paused_clock

use std::time::Duration;
use tokio::time::{Instant, sleep};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let machine = std::time::Instant::now();
    let start = Instant::now();

    println!("Hello ...");
    sleep(Duration::from_secs(1)).await;
    println!("... World!");

    assert_eq!(start.elapsed(), Duration::from_secs(1)); // to the nanosecond
    println!("Tokio's clock: {} ms", start.elapsed().as_millis());
    if machine.elapsed() < Duration::from_millis(500) {
        println!("the machine's clock: far less");
    }
}
