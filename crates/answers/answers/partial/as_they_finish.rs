//! wrong: what_came_in_time_is_kept
//! says: it gave [Some("<page 0>"), Some("<page 2>"), None]
//! says: in its own place
//!
//! The limit is right, and page 1 is dropped at 250 ms. But the list is in the
//! order in which the tasks ended, and page 1 ended last. How can a result tell
//! which place it belongs to?

use std::time::Duration;

use lab::Site;
use tokio::{task::JoinSet, time::timeout};

pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    let mut set = JoinSet::new();
    for page in pages {
        let site = site.clone();
        set.spawn(async move { timeout(limit, site.fetch(page)).await.ok() });
    }
    set.join_all().await
}
