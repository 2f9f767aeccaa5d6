//! wrong: a_free_place_is_taken_at_once
//! says: exactly 300 ms
//! says: although there was room
//!
//! Waits for the whole batch before the next begins.

use futures::future::join_all;
use lab::Site;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let mut texts = Vec::new();
    for batch in pages.chunks(limit) {
        let fetches = batch.iter().map(|page| site.fetch(*page));
        texts.extend(join_all(fetches).await);
    }
    texts
}
