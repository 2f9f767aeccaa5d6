//! wrong: the_time_it_gives_is_the_time_it_took
//! says: it gave 200ms
//!
//! Each future brings its time along. The last of the list is not the slowest.

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
