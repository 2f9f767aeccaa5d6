//! wrong: what_came_in_time_is_kept
//! says: it gave [Some("<page 0>"), Some("<page 2>")]
//! says: in its own place
//!
//! The texts are collected as they come, and the list ends with the last of
//! them. Nothing says which page is missing: page 2 stands where page 1
//! belongs. What does the list have to look like before the first text is
//! there?

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
