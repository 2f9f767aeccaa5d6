//! right
//!
//! A task for each page; all of them exist before one is awaited.

use std::time::Duration;

use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let tasks: Vec<_> = pages
        .iter()
        .map(|page| {
            let (site, page) = (site.clone(), *page);
            tokio::spawn(async move { site.fetch(page).await })
        })
        .collect();
    for task in tasks {
        task.await.expect("no fetch panics");
    }
    start.elapsed()
}
