//! wrong: a_quick_page_leaves_its_time_to_a_slow_one
//! says: it gave None
//! says: A share for each page
//!
//! Each page gets a third of the limit. The timeline shows page 1 dropped after
//! its share, at 94 ms, though more than half of the whole time was left. Page
//! 0 needed 10 ms of its share: who gets the rest?

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    let mut texts = Vec::new();
    for page in 0..3 {
        texts.push(timeout(limit / 3, site.fetch(page)).await?);
    }
    Ok(texts)
}
