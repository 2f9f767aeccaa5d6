//! wrong: what_came_in_time_is_kept
//! says: it gave [Some("<page 0>"), None, None]
//!
//! The pages come one after another, all with the same deadline. Page 1 begins
//! at 100 ms and uses up what is left, and page 2 has no time at all. When
//! should the three have begun?

use std::time::Duration;

use lab::Site;
use tokio::time::{Instant, timeout_at};

pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    let deadline = Instant::now() + limit;
    let mut texts = Vec::new();
    for page in pages {
        texts.push(timeout_at(deadline, site.fetch(page)).await.ok());
    }
    texts
}
