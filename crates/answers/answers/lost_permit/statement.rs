//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//!
//! All ten pages run at once, as if each permit came back before its page was
//! fetched. Perhaps `acquire` is a statement of its own: a value without a name
//! is dropped at the semicolon. What keeps a value longer than its statement?

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
            gate.acquire().await.unwrap();
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
