//! Of 31 pages one is missing, and the error comes when it comes.
//!
//! In Python this is `asyncio.gather(*calls)`, or `as_completed`.
//!
//!     cargo run --example fail_fast

use futures::{TryStreamExt, stream::FuturesUnordered};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn fetch(page: u32) -> Result<u32, String> {
    if page == 2 {
        sleep(Duration::from_millis(200)).await;
        return Err("page 2 is missing".to_owned());
    }
    sleep(Duration::from_secs(1)).await;
    Ok(page)
}

// ANCHOR: main
async fn all_pages() -> Result<Vec<u32>, String> {
    let mut fetches: FuturesUnordered<_> = (1..=31).map(fetch).collect();
    let mut pages = Vec::new();
    while let Some(page) = fetches.try_next().await? {
        pages.push(page);
    }
    Ok(pages)
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let pages = all_pages().await;
    println!("{pages:?} after {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
