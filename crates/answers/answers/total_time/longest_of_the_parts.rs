//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 600 ms
//! says: one after another
//!
//! The pages are fetched one after another: in the timeline, page 1 begins at
//! 100 ms, when page 0 has ended, and page 2 at 400 ms. Perhaps the longest of
//! the single times is what you give. That would be 300 ms, and still the
//! caller has waited for 600: it is the waits that must overlap, whatever is
//! then computed from them.

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
