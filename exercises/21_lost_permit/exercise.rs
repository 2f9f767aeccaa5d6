//! Find the bug: ten downloads, two permits, and all ten run at once.

use futures::future::join_all;
use lab::Site;
use tokio::sync::Semaphore;

// TODO: the limit does not hold. Find out why, and repair it.
pub async fn download_all(
    site: &Site,
    pages: u32,
    limit: usize,
) -> Vec<String> {
    let gate = Semaphore::new(limit);
    let downloads = (0..pages).map(|page| {
        let gate = &gate;
        async move {
            let _ = gate.acquire().await;
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
