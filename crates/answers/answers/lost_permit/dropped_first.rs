//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//!
//! All ten pages run at once, as if each permit came back before its page was
//! fetched. Perhaps there is a `drop` in front of the fetch. From which line to
//! which line does the limit have to hold?

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
            let permit = gate.acquire().await.unwrap();
            drop(permit);
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
