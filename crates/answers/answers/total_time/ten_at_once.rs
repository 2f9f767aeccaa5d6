//! wrong: fifty_pages_begin_at_once
//! says: began: 10 at 0 ms, 10 at 100 ms, 10 at 200 ms, 10 at 300 ms, 10 at 400 ms
//!
//! Not all of the fifty pages begin at 0 ms: in the timeline, some wait until
//! others have ended. Perhaps something lets in only a few at a time, as
//! `buffer_unordered(10)` does. Three pages fit through that, fifty do not, and
//! nobody has asked for a limit.

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
