//! right
//!
//! A function of its own.

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    timeout(limit, in_a_row(&site)).await
}

async fn in_a_row(site: &Site) -> Vec<String> {
    let first = site.fetch(0).await;
    let second = site.fetch(1).await;
    let third = site.fetch(2).await;
    vec![first, second, third]
}
