//! wrong: what_is_too_late_is_cancelled
//! says: it ran to its end, at 300 ms
//!
//! Page 2 runs to its end at 300 ms, though the time is over at 250 ms. Perhaps
//! the clock is looked at between two pages: the answer is then an error, as it
//! should be, and comes too late to stop anything. What would have to watch the
//! clock while a page is under way?

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
        texts.push(site.fetch(page).await);
        timeout_at(deadline, tokio::task::yield_now()).await?;
    }
    Ok(texts)
}
