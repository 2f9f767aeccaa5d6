//! Take each result as soon as it is there.
//!
//! In Python this is `asyncio.as_completed`.
//!
//!     cargo run --example as_completed

use futures::{StreamExt, future::join_all, stream::FuturesUnordered};
use std::time::Duration;
use tokio::time::{Instant, sleep};

const HOW: &str = "as they finish";

async fn download(name: &str, ms: u64) -> &str {
    sleep(Duration::from_millis(ms)).await;
    name
}

#[tokio::main]
async fn main() {
    let files = [("a", 300), ("b", 100), ("c", 200)];
    let start = Instant::now();
    let calls = files.into_iter().map(|(name, ms)| download(name, ms));

    if HOW == "as they finish" {
        let mut downloads: FuturesUnordered<_> = calls.collect();
        let mut done = 0;
        while let Some(name) = downloads.next().await {
            done += 1;
            let time = start.elapsed().as_millis();
            println!("{done} of 3: {name} after {time} ms");
        }
    } else {
        let names = join_all(calls).await;
        println!("{names:?} after {} ms", start.elapsed().as_millis());
    }
}
