//! right
//!
//! The whole result has a name, and holds the permit.

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
            let _permit = gate.acquire().await;
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
