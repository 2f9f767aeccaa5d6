//! wrong: the_results_come_in_the_order_of_the_pages
//! says: the order in which they finished
//!
//! The limit holds, and the texts come in the order in which the pages
//! finished: page 0, which takes 300 ms, is last. What remembers at which place
//! each page was asked for?

use futures::{StreamExt, stream};
use lab::Site;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    stream::iter(pages)
        .map(|page| site.fetch(page))
        .buffer_unordered(limit)
        .collect()
        .await
}
