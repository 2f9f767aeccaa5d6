//! wrong: the_limit_is_for_all_three
//! says: it gave Some
//! says: Do all three count
//!
//! All three pages run to their end, 300 ms in a row, and the limit of 250 ms
//! never strikes. Perhaps it covers a part of the work only, so that the time
//! before it does not count. From which moment on should the clock run?

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    let mut texts = vec![site.fetch(0).await, site.fetch(1).await];
    texts.push(timeout(limit, site.fetch(2)).await?);
    Ok(texts)
}
