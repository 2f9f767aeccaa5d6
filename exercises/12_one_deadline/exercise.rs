//! One deadline for three calls in a row.

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;

/// Fetches the pages 0, 1 and 2, one after the other, all within `limit`.
/// What is too late is cancelled.
pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    // TODO: `site.fetch(page)` three times in a row, one limit for all.
    todo!("{site:?}, {limit:?}")
}
