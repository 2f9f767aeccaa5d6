//! wrong: what_is_too_late_is_cancelled
//! says: it ran to its end, at 300 ms
//! says: A task runs on when its handle is dropped
//!
//! Page 2 runs to its end at 300 ms, though the time is over at 250 ms. Perhaps
//! the limit is around the handle of a task: it drops the handle in time, and a
//! dropped handle leaves its task running. What would have to be inside of the
//! limit, so that the drop ends the fetch itself?

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    let task = tokio::spawn(async move {
        let mut texts = Vec::new();
        for page in 0..3 {
            texts.push(site.fetch(page).await);
        }
        texts
    });
    timeout(limit, task).await.map(|texts| texts.unwrap())
}
