//! hangs: never_more_than_three_at_once
//! says: has held its thread
//! says: block_on
//!
//! `block_on` inside async code: the timer it waits for needs this thread.

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
        let _permit = permits.acquire().await.unwrap();
        futures::executor::block_on(site.fetch(*page))
    });
    join_all(fetches).await
}
