//! wrong: the_time_it_gives_is_the_time_it_took
//! says: which clock is it
//!
//! The pages run together and take 300 ms, as the timeline shows, but the time
//! you give is another. Perhaps it comes from another clock: the `Instant` of
//! the standard library reads the real one, and the check pauses and moves only
//! Tokio's. Look at which `Instant` is imported, and at what has happened when
//! it is read.

use std::time::{Duration, Instant};

use futures::future::join_all;
use lab::Site;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    join_all(pages.iter().map(|page| site.fetch(*page))).await;
    start.elapsed()
}
