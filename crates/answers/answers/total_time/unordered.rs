//! right
//!
//! Each page as soon as it is there, to the last.

use std::time::Duration;

use futures::{StreamExt, stream::FuturesUnordered};
use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let mut fetches: FuturesUnordered<_> =
        pages.iter().map(|page| site.fetch(*page)).collect();
    while fetches.next().await.is_some() {}
    start.elapsed()
}
