//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//!
//! The value in an `if` condition is dropped before the block (edition 2024).

use futures::future::join_all;
use lab::Site;
use tokio::sync::Semaphore;

pub async fn download_all(
    site: &Site,
    pages: u32,
    limit: usize,
) -> Vec<String> {
    let gate = Semaphore::new(limit);
    let downloads = (0..pages).map(|page| {
        let gate = &gate;
        async move {
            if gate.acquire().await.is_ok() {
                site.fetch(page).await
            } else {
                String::new()
            }
        }
    });
    join_all(downloads).await
}
