//! wrong: never_more_than_three_at_once
//! says: 10 at the same time
//! says: only as long as somebody owns it
//!
//! The timeline shows all ten pages at once: perhaps each took a permit, and
//! gave it back before its page was fetched. What is bound to `_` is dropped in
//! the same statement. How long does your permit live?

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
