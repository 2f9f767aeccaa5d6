//! A list of awaits, in turn and together.
//!
//! In Python this is `[await size(name) for name in names]`.
//!
//!     cargo run --example list_of_awaits

use futures::future::join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn size(name: &str) -> usize {
    sleep(Duration::from_millis(100)).await;
    name.len()
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let names = ["poll", "await"];
    let start = Instant::now();
    let mut sizes = Vec::new();
    for name in names {
        sizes.push(size(name).await);
    }
    println!(
        "in turn: {sizes:?} after {} ms",
        start.elapsed().as_millis()
    );

    let start = Instant::now();
    let sizes = join_all(names.map(size)).await;
    println!(
        "together: {sizes:?} after {} ms",
        start.elapsed().as_millis()
    );
}
// ANCHOR_END: main
