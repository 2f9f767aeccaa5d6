//! right
//!
//! The list is outside of the timeout: what was written stays.

use std::time::Duration;

use futures::stream::{FuturesUnordered, StreamExt};
use lab::Site;
use tokio::time::timeout;

pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    let mut texts = vec![None; pages.len()];
    let site = &site;
    let numbered = pages.into_iter().enumerate();
    let mut fetches: FuturesUnordered<_> = numbered
        .map(|(index, page)| async move { (index, site.fetch(page).await) })
        .collect();
    let _ = timeout(limit, async {
        while let Some((index, text)) = fetches.next().await {
            texts[index] = Some(text);
        }
    })
    .await;
    texts
}
