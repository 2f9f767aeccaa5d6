//! wrong: ten_pages_take_four_waves
//! says: it took 0 ms
//! says: Nothing ran
//!
//! Spawns, and returns at once.

use std::sync::Arc;

use lab::Site;
use tokio::sync::Semaphore;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let permits = Arc::new(Semaphore::new(limit));
    for page in pages {
        let (site, permits) = (site.clone(), permits.clone());
        tokio::spawn(async move {
            let _permit = permits.acquire().await.unwrap();
            site.fetch(page).await
        });
    }
    Vec::new()
}
