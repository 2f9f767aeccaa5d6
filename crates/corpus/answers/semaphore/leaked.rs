//! wrong: never_more_than_three_at_once
//! says: never finished
//! says: taken and never given back
//!
//! `forget` takes the permit away for good.

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
