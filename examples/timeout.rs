//! A request gets 50 ms. It needs 500 ms.
//!
//! In Python this is `async with asyncio.timeout(0.05)`.
//!
//!     cargo run --example timeout

use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

const LIMIT: u64 = 50; // milliseconds

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("connection closed");
    }
}

async fn fetch() -> u32 {
    let _connection = Connection;
    sleep(Duration::from_millis(500)).await;
    println!("the answer is there");
    42
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let limit = Duration::from_millis(LIMIT);
    match timeout(limit, fetch()).await {
        Ok(n) => println!("got {n} at {} ms", start.elapsed().as_millis()),
        Err(e) => println!("{e} at {} ms", start.elapsed().as_millis()),
    }
}
