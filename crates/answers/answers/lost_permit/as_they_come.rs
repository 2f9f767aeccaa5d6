//! wrong: the_pages_keep_their_order
//! says: the order in which they finished
//!
//! The limit holds, and the pages now come in the order in which they
//! finished. The broken program had them in the order of the list.

use futures::StreamExt;
use futures::stream;
use lab::Site;

pub async fn download_all(
    site: &Site,
    pages: u32,
    limit: usize,
) -> Vec<String> {
    let downloads = (0..pages).map(|page| site.fetch(page));
    let downloads = stream::iter(downloads).buffer_unordered(limit);
    downloads.collect().await
}
