//! Three downloads at once, inside one task.
//!
//! In Python this is `asyncio.gather`.
//!
//!     cargo run --example join

use std::time::Duration;
use tokio::time::{Instant, sleep};

const B_TAKES: u64 = 100; // milliseconds

async fn download(name: &str, ms: u64) -> &str {
    sleep(Duration::from_millis(ms)).await;
    name
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (a, b, c) = tokio::join!(
        download("a", 100),
        download("b", B_TAKES),
        download("c", 100),
    );
    println!("{a}, {b}, {c} after {} ms", start.elapsed().as_millis());
}
