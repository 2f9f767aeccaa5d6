//! wrong: never_more_than_three_at_once
//! says: 10 at the same time
//! says: Nobody was made to wait
//!
//! All at once.

use futures::future::join_all;
use lab::Site;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let _ = limit;
    join_all(pages.iter().map(|page| site.fetch(*page))).await
}
