//! right
//!
//! Tasks, one deadline, and an index.

use std::time::Duration;

use lab::Site;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    let deadline = Instant::now() + limit;
    let mut texts = vec![None; pages.len()];
    let mut set = JoinSet::new();
    for (index, page) in pages.into_iter().enumerate() {
        let site = site.clone();
        set.spawn(async move { (index, site.fetch(page).await) });
    }
    while let Ok(Some(ended)) = timeout_at(deadline, set.join_next()).await {
        let (index, text) = ended.expect("no panic");
        texts[index] = Some(text);
    }
    texts
}
