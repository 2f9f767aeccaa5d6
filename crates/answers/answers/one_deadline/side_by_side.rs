//! wrong: the_limit_is_for_all_three
//! says: it gave Some
//! says: side by side
//!
//! There is one limit for all three, and that is right. But the timeline shows
//! the three pages side by side, from 0 to 100 ms, and so they are never late.
//! They were to come one after the other: what begins all of them at once?

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
