//! right
//!
//! No semaphore; the index travels along.

use futures::{StreamExt, stream};
use lab::Site;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let site = &site;
    let fetches = pages
        .into_iter()
        .enumerate()
        .map(|(index, page)| async move { (index, site.fetch(page).await) });
    let mut texts: Vec<(usize, String)> = stream::iter(fetches)
        .buffer_unordered(limit)
        .collect()
        .await;
    texts.sort_unstable();
    texts.into_iter().map(|(_, text)| text).collect()
}
