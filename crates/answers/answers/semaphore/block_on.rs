//! hangs: never_more_than_three_at_once
//! says: has held its thread
//! says: block_on
//!
//! The thread is held and nothing moves. `block_on` keeps it until its future
//! is ready, and the timer that this future waits for needs the same thread.
//! What do you write in an async function to wait for a future?

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
