//! What came in time.

use std::time::Duration;

use lab::Site;

/// Fetches all pages at the same time. When `limit` is over, or when all have
/// come, returns a text for each page that was in time and `None` for each
/// that was not, in the order of the pages. Late ones are cancelled.
pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    // TODO: keep what `site.fetch(page)` gives in time, give up the rest.
    todo!("{pages:?} from {site:?} in {limit:?}")
}
