//! wrong: the_time_it_gives_is_the_time_it_took
//! says: which clock is it
//!
//! The clock of the standard library does not follow Tokio's.

use std::time::{Duration, Instant};

use futures::future::join_all;
use lab::Site;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    join_all(pages.iter().map(|page| site.fetch(*page))).await;
    start.elapsed()
}
