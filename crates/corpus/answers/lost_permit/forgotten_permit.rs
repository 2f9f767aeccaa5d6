//! wrong: never_more_than_two_at_once
//! says: never finished
//! says: taken and never given back
//!
//! `forget` keeps the place taken for ever.

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
            gate.acquire().await.unwrap().forget();
            site.fetch(page).await
        }
    });
    join_all(downloads).await
}
