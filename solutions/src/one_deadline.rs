//! One deadline for three calls in a row.

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;
// begin solution
use tokio::time::timeout;
// end solution

/// Fetches the pages 0, 1 and 2, one after the other, all within `limit`.
/// What is too late is cancelled.
pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    // begin solution
    //~ // TODO: `site.fetch(page)` three times in a row, one limit for all.
    //~ todo!("{site:?}, {limit:?}")
    timeout(limit, async {
        let mut texts = Vec::new();
        for page in 0..3 {
            texts.push(site.fetch(page).await);
        }
        texts
    })
    .await
    // end solution
}
