//! Three downloads, one after the other.
//!
//! In Python this is three coroutine objects and three `await`s.
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
    let a = download("a", 100);
    let b = download("b", 100);
    let c = download("c", 100);

    let (a, b, c) = (a.await, b.await, c.await);
    println!("{a}, {b}, {c} after {} ms", start.elapsed().as_millis());
}
