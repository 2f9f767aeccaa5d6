//! Two at a time: in the order of the list, or as they finish.
//!
//! In Python this is `as_completed` with a semaphore.
//!
//!     cargo run --example buffered

use futures::{StreamExt, stream};
use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
const HOW: &str = "buffered";

async fn download(name: &str, ms: u64) -> &str {
    sleep(Duration::from_millis(ms)).await;
    name
}

#[tokio::main]
async fn main() {
    let files = [("a", 300), ("b", 100), ("c", 200)];
    let start = Instant::now();

    let calls = stream::iter(files).map(|(name, ms)| download(name, ms));
    let mut results = match HOW {
        "buffered" => calls.buffered(2).boxed(),
        _ => calls.buffer_unordered(2).boxed(),
    };
    while let Some(name) = results.next().await {
        println!("{name} after {} ms", start.elapsed().as_millis());
    }
}
// ANCHOR_END: main
