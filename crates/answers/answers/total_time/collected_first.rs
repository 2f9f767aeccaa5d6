//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 600 ms
//! says: Creating a future does not begin it.
//!
//! The pages come one after another: the timeline shows page 1 begin at 100 ms,
//! when page 0 has ended, and 600 ms is the sum. Perhaps all futures are made
//! beforehand and then awaited in a loop. A future that was only made has not
//! begun; it begins with its first poll. Who could poll all of them, before the
//! first one is ready?

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
