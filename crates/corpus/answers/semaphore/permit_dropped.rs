//! wrong: never_more_than_three_at_once
//! says: 10 at the same time
//! says: only as long as somebody owns it
//!
//! `_` binds nothing: the permit is gone at once.

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
        let _ = permits.acquire().await.unwrap();
        site.fetch(*page).await
    });
    join_all(fetches).await
}
