//! wrong: never_more_than_two_at_once
//! says: 10 at the same time
//!
//! All ten pages run at once, however many permits there are. Perhaps you
//! turned their number down: permits that come back at once are enough for
//! everybody. Look at the other line instead: how long does a permit live
//! there?

use futures::future::join_all;
use lab::Site;
use tokio::sync::Semaphore;

pub async fn download_all(
    site: &Site,
    pages: u32,
    limit: usize,
) -> Vec<String> {
    let gate = Semaphore::new(limit.min(1));
    let downloads = (0..pages).map(|page| {
        let gate = &gate;
        async move {
            let _ = gate.acquire().await;
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
