//! right
//!
//! The remaining time, by hand.

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;
use tokio::time::{Instant, timeout};

pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    let start = Instant::now();
    let mut texts = Vec::new();
    for page in 0..3 {
        let left = limit.saturating_sub(start.elapsed());
        texts.push(timeout(left, site.fetch(page)).await?);
    }
    Ok(texts)
}
