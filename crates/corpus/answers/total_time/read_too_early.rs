//! wrong: the_time_it_gives_is_the_time_it_took
//! says: it gave 0ns
//! says: when is it read
//!
//! The clock is read when the future is made, and not when it is ready.

use std::time::Duration;

use futures::future::join_all;
use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let all = join_all(pages.iter().map(|page| site.fetch(*page)));
    let time = start.elapsed();
    all.await;
    time
}
