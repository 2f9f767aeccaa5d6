//! wrong: the_time_it_gives_is_the_time_it_took
//! says: it gave 200ms
//!
//! Each page notes when it ended, and you give the note of the last page in the
//! list. In the timeline that page ends at 200 ms, and page 1 goes on until
//! 300. The last of a list need not be the last to end: whose end counts?

use std::time::Duration;

use futures::future::join_all;
use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let times = pages.iter().map(async |page| {
        site.fetch(*page).await;
        start.elapsed()
    });
    join_all(times).await.pop().unwrap_or_default()
}
