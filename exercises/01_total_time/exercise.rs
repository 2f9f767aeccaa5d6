//! The sum of the times, or the longest of them.

use std::time::Duration;

use lab::Site;
use tokio::time::Instant;

/// Fetches each page with `site.fetch(page)`, and gives the time that all of
/// it took.
pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    // TODO: this takes the sum of the times. Let it take the longest.
    let start = Instant::now();
    for page in pages {
        site.fetch(*page).await;
    }
    start.elapsed()
}
