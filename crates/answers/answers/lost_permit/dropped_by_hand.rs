//! right
//!
//! Says where the place becomes free.

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
            let permit = gate.acquire().await.expect("stays open");
            let text = site.fetch(page).await;
            drop(permit);
            text
        }
    });
    join_all(downloads).await
}
