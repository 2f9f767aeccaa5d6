//! wrong: fifty_pages_begin_at_once
//! says: expected: began: 50 at 0 ms
//!
//! At most ten at once.

use std::time::Duration;

use futures::{StreamExt, stream};
use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    stream::iter(pages)
        .map(|page| site.fetch(*page))
        .buffer_unordered(10)
        .collect::<Vec<_>>()
        .await;
    start.elapsed()
}
