//! wrong: what_is_too_late_is_cancelled
//! says: it ran to its end, at 300 ms
//!
//! Page 2 runs to its end at 300 ms, though the time is over at 250 ms. Perhaps
//! the time is measured when all is done: that tells you that it was too late,
//! and stops nothing. What ends a future that is still at work?

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
        texts.push(site.fetch(page).await);
    }
    let left = limit.saturating_sub(start.elapsed());
    if left.is_zero() {
        timeout(left, std::future::pending::<()>()).await?;
    }
    Ok(texts)
}
