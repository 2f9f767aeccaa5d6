//! A semaphore: fetch all pages, at most `limit` of them at the same time.

// begin solution
use futures::future::join_all;
// end solution
use lab::Site;
// begin solution
use tokio::sync::Semaphore;
// end solution

/// Fetches each page with `site.fetch(page)`; the texts come in the order of
/// the pages.
pub async fn fetch_all(
    site: Site,
    pages: Vec<u32>,
    limit: usize,
) -> Vec<String> {
    // begin solution
    //~ // TODO: all pages at the same time, but never more than `limit`.
    //~ todo!("{pages:?} from {site:?}, {limit} at once")
    let permits = Semaphore::new(limit);
    let fetches = pages.iter().map(|page| async {
        let _permit =
            permits.acquire().await.expect("the semaphore stays open");
        site.fetch(*page).await
    });
    join_all(fetches).await
    // end solution
}
