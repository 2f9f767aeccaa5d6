//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 0 ms
//! says: Nothing ran
//!
//! `gather` without `await` would at least begin.

use std::time::Duration;

use futures::future::join_all;
use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let _pages = join_all(pages.iter().map(|page| site.fetch(*page)));
    start.elapsed()
}
