//! right
//!
//! The loop waits for a permit before it spawns.

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
        let site = site.clone();
        let permits = Arc::clone(&permits);
        let permit = permits.acquire_owned().await.expect("open");
        tasks.push(tokio::spawn(async move {
            let text = site.fetch(page).await;
            drop(permit);
            text
        }));
    }
    let mut texts = Vec::new();
    for task in tasks {
        texts.push(task.await.expect("no panic"));
    }
    texts
}
