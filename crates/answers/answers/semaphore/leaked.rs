//! wrong: never_more_than_three_at_once
//! says: never finished
//! says: taken and never given back
//!
//! Three pages are fetched at 100 ms, and then nothing moves: no permit has
//! come back. Perhaps they were taken away for good, which is what `forget` is
//! for. What should become of a permit when its page is there?

use futures::future::join_all;
use lab::Site;
use tokio::sync::Semaphore;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let permits = Semaphore::new(limit);
    let fetches = pages.iter().map(|page| async {
        permits.acquire().await.unwrap().forget();
        site.fetch(*page).await
    });
    join_all(fetches).await
}
