//! wrong: pages_come_as_they_were_asked_for
//! says: The right results in the wrong order
//!
//! The texts are sorted when all have come. That is the order of the pages
//! only if somebody asks for them in rising order.

use futures::StreamExt;
use futures::stream;
use lab::Site;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let fetches = pages.into_iter().map(|page| {
        let site = site.clone();
        async move { (page, site.fetch(page).await) }
    });
    let fetches = stream::iter(fetches).buffer_unordered(limit);
    let mut texts: Vec<(u32, String)> = fetches.collect().await;
    texts.sort();
    texts.into_iter().map(|(_, text)| text).collect()
}
