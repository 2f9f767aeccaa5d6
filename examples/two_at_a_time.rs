//! Four downloads, two at a time, as they finish.
//!
//! In Python this is `as_completed` with a semaphore.
//!
//!     cargo run --example two_at_a_time

use futures::{StreamExt, stream};
use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: main
async fn download(name: &str, ms: u64) -> &str {
    sleep(Duration::from_millis(ms)).await;
    name
}

#[tokio::main]
async fn main() {
    let files = [("a", 200), ("b", 100), ("c", 300), ("d", 50)];
    let names: Vec<_> = stream::iter(files)
        .map(|(name, ms)| download(name, ms))
        .buffer_unordered(2)
        .collect()
        .await;
    println!("{}", names.join(" "));
}
// ANCHOR_END: main
