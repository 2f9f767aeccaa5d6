//! The smallest program that waits.
//!
//! In Python this is `asyncio.run(main())`.
//!
//!     cargo run --example hello

use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn hello(name: &str) -> String {
    sleep(Duration::from_millis(50)).await;
    format!("hello, {name}")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let text = hello("world").await;
    println!("{text} after {} ms", start.elapsed().as_millis());
}
