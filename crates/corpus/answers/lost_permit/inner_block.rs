//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//! says: given back before the work begins
//!
//! The name lives only to the end of the inner block.

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
            {
                let _permit = gate.acquire().await.unwrap();
            }
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
