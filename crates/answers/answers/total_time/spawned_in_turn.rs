//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 600 ms
//! says: one after another
//!
//! Each page gets a task, and each task is awaited before the next one exists.
//! In the timeline the second task begins at 100 ms, when the first has ended,
//! and the third at 400 ms: three tasks, and no overlap. Which tasks must exist
//! before you wait for the first?

use std::time::Duration;

use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    for page in pages {
        let (site, page) = (site.clone(), *page);
        let task = tokio::spawn(async move { site.fetch(page).await });
        task.await.unwrap();
    }
    start.elapsed()
}
