//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 600 ms
//! says: one after another
//!
//! A task for each page, and each is awaited before the next exists.

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
