//! wrong: never_more_than_three_at_once
//! says: 4 at the same time
//! says: One too many
//!
//! One is let in before anybody counts.

use futures::future::join_all;
use lab::Site;
use tokio::sync::Semaphore;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let permits = Semaphore::new(limit + 1);
    let fetches = pages.iter().map(|page| async {
        let _permit = permits.acquire().await.unwrap();
        site.fetch(*page).await
    });
    join_all(fetches).await
}
