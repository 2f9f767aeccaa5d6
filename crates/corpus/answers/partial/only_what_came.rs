//! wrong: what_came_in_time_is_kept
//! says: it gave [Some("<page 0>"), Some("<page 2>")]
//! says: in its own place
//!
//! As they come, without a place for those that do not.

use std::time::Duration;

use futures::stream::{FuturesUnordered, StreamExt};
use lab::Site;
use tokio::time::{Instant, timeout_at};

pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    let deadline = Instant::now() + limit;
    let mut fetches: FuturesUnordered<_> =
        pages.iter().map(|page| site.fetch(*page)).collect();
    let mut texts = Vec::new();
    while let Ok(Some(text)) = timeout_at(deadline, fetches.next()).await {
        texts.push(Some(text));
    }
    texts
}
