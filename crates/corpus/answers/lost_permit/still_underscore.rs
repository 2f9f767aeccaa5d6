//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//! says: only as long as somebody owns it
//!
//! Unwraps the result; the permit is still dropped at once.

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
            let _ = gate.acquire().await.unwrap();
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
