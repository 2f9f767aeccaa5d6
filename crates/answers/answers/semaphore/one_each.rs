//! wrong: never_more_than_three_at_once
//! says: 10 at the same time
//! says: Nobody was made to wait
//!
//! The timeline shows all ten pages at once, so nobody ever waited for anybody.
//! Perhaps each page makes a semaphore of its own, and there are permits enough
//! for all. What do the pages have to share?

use futures::future::join_all;
use lab::Site;
use tokio::sync::Semaphore;

pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    let fetches = pages.iter().map(|page| async {
        let permits = Semaphore::new(limit);
        let _permit = permits.acquire().await.unwrap();
        site.fetch(*page).await
    });
    join_all(fetches).await
}
