//! right
//!
//! One moment, three timeouts.

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;
use tokio::time::{Instant, timeout_at};

pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    let deadline = Instant::now() + limit;
    let mut texts = Vec::new();
    for page in 0..3 {
        texts.push(timeout_at(deadline, site.fetch(page)).await?);
    }
    Ok(texts)
}
