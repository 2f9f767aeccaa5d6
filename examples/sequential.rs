//! Three downloads, one after the other.
//!
//! In Python this is three times `await`.
//!
//!     cargo run --example sequential

use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn download(name: &str, ms: u64) -> &str {
    sleep(Duration::from_millis(ms)).await;
    name
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let a = download("a", 100).await;
    let b = download("b", 100).await;
    let c = download("c", 100).await;
    println!("{a}, {b}, {c} after {} ms", start.elapsed().as_millis());
}
