//! wrong: never_more_than_two_at_once
//! says: never finished
//! says: taken and never given back
//!
//! Two pages are fetched, and the other eight wait for ever: the two permits
//! never come back. `forget` keeps a permit from coming back when it is
//! dropped. Which end of its life would you like instead?

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
