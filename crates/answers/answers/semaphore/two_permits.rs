//! wrong: never_more_than_three_at_once
//! says: never finished
//! says: one needs two places and waits for itself
//!
//! Nobody gets any further, and the permits are gone. Perhaps one page takes
//! more than one: then several can hold one each and wait for another, which
//! none of them gives back. How many does a page need?

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
        let _first = permits.acquire().await.unwrap();
        let _second = permits.acquire().await.unwrap();
        site.fetch(*page).await
    });
    join_all(fetches).await
}
