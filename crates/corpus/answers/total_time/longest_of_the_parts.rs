//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 600 ms
//! says: one after another
//!
//! Gives the longest time, and takes the sum of them.

use std::time::Duration;

use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let mut longest = Duration::ZERO;
    for page in pages {
        let start = Instant::now();
        site.fetch(*page).await;
        longest = longest.max(start.elapsed());
    }
    longest
}
