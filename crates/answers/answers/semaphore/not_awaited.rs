//! wrong: ten_pages_take_four_waves
//! says: it took 0 ms
//! says: Nothing ran
//!
//! Your function returns at 0 ms, before any page has begun. It has started
//! tasks, and nobody waits for them or for their texts. How do the results get
//! back to you?

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
