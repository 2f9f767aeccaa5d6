//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//! says: given back before the work begins
//!
//! All ten pages run at once, as if each permit came back before its page was
//! fetched. Perhaps it has a name, and the block in which the name stands is
//! over too early. What has to happen before the end of that block?

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
