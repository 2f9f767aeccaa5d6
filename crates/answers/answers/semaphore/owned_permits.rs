//! right
//!
//! Tasks, an `Arc`, owned permits.

use std::sync::Arc;

use lab::Site;
use tokio::sync::Semaphore;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let permits = Arc::new(Semaphore::new(limit));
    let mut tasks = Vec::new();
    for page in pages {
        let (site, permits) = (site.clone(), Arc::clone(&permits));
        tasks.push(tokio::spawn(async move {
            let _permit = permits.acquire_owned().await.expect("open");
            site.fetch(page).await
        }));
    }
    let mut texts = Vec::new();
    for task in tasks {
        texts.push(task.await.expect("no panic"));
    }
    texts
}
