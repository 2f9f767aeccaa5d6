//! wrong: never_more_than_three_at_once
//! says: 4 at the same time
//! says: One too many
//!
//! Four pages run at the same time, in every wave. The permits are kept and
//! given back as they should be, and there is one too many of them. How many
//! get in before the first one has to wait?

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
