//! wrong: pages_come_as_they_were_asked_for
//! says: index out of bounds
//!
//! The number of a page is used as its place in the list of results. Page 7 of
//! a list of four has no such place.

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
    let mut tasks = JoinSet::new();
    for page in pages {
        let site = site.clone();
        tasks.spawn(async move { (page, site.fetch(page).await) });
    }
    while let Ok(Some(Ok((page, text)))) =
        timeout_at(deadline, tasks.join_next()).await
    {
        texts[page as usize] = Some(text);
    }
    tasks.shutdown().await;
    texts
}
