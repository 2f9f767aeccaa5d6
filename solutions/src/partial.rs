//! What came in time.

use std::time::Duration;

// begin solution
use futures::future::join_all;
// end solution
use lab::Site;
// begin solution
use tokio::time::timeout;
// end solution

/// Fetches all pages at the same time. When `limit` is over, or when all have
/// come, returns a text for each page that was in time and `None` for each
/// that was not, in the order of the pages. Late ones are cancelled.
pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    // begin solution
    //~ // TODO: keep what `site.fetch(page)` gives in time, give up the rest.
    //~ todo!("{pages:?} from {site:?} in {limit:?}")
    let fetches = pages.iter().map(|page| async {
        // All of these clocks start together, in the first poll.
        timeout(limit, site.fetch(*page)).await.ok()
    });
    join_all(fetches).await
    // end solution
}
