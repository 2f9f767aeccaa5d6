//! wrong: a_free_place_is_taken_at_once
//! says: it took 500 ms
//! says: although there was room
//!
//! `buffered` keeps order by holding finished results in their places: the slow
//! head blocks the line.

use futures::{StreamExt, stream};
use lab::Site;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    stream::iter(pages)
        .map(|page| site.fetch(page))
        .buffered(limit)
        .collect()
        .await
}
