//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 0 ms
//! says: Nothing ran
//!
//! The requests are put into one future, and nobody awaits it. A future that is
//! not polled does nothing, so no page is ever begun, and no time passes. In
//! Python, `gather` makes tasks, which begin even if nobody awaits it; here the
//! waiting is what runs the pages.

use std::time::Duration;

use futures::future::join_all;
use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let _pages = join_all(pages.iter().map(|page| site.fetch(*page)));
    start.elapsed()
}
