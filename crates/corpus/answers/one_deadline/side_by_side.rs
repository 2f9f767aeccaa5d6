//! wrong: the_limit_is_for_all_three
//! says: it gave Some
//! says: run side by side
//!
//! One limit, but all three at the same time.

use std::time::Duration;

use futures::future::join_all;
use lab::Site;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    timeout(limit, join_all((0..3).map(|page| site.fetch(page)))).await
}
