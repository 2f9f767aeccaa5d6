//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 600 ms
//! says: Creating a future does not begin it.
//!
//! All futures are made before the first is awaited. None of them begins.

use std::time::Duration;

use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let fetches: Vec<_> = pages.iter().map(|page| site.fetch(*page)).collect();
    for fetch in fetches {
        fetch.await;
    }
    start.elapsed()
}
