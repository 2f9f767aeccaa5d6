//! Three async functions, each waiting for the next.
//!
//! In Python this is a chain of coroutines.
//!
//!     cargo run --example chain

use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn rate() -> u32 {
    sleep(Duration::from_secs(1)).await;
    25
}

async fn price(euros: u32) -> u32 {
    let rate = rate();
    euros * rate.await
}

async fn label() -> String {
    let price = price(4);
    format!("{} crowns", price.await)
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let label = label();
    let text = label.await;
    println!("{text} after {} ms", start.elapsed().as_millis());
}
