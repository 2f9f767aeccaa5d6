//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//!
//! All ten pages run at once, as if each permit came back before its page was
//! fetched. Perhaps `acquire` stands in the condition of an `if`: what a
//! condition makes is dropped before the block begins. What would keep the
//! permit through the fetch?

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
