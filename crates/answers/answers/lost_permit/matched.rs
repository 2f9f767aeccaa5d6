//! right
//!
//! The value matched on lives to the end of the match.

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
            match gate.acquire().await {
                Ok(_) => site.fetch(page).await,
                Err(_) => String::new(),
            }
        }
    });
    join_all(downloads).await
}
