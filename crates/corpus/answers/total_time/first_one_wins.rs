//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 100 ms
//! says: dropped before its end
//!
//! Together, but only until the first one is ready.

use std::time::Duration;

use futures::{StreamExt, stream::FuturesUnordered};
use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let mut fetches: FuturesUnordered<_> =
        pages.iter().map(|page| site.fetch(*page)).collect();
    fetches.next().await;
    start.elapsed()
}
