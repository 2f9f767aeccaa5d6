//! wrong: the_limit_is_for_all_three
//! says: it gave Some
//! says: Does each page get a limit of its own
//!
//! Three timeouts, and each gives the full time.

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    let mut texts = Vec::new();
    for page in 0..3 {
        texts.push(timeout(limit, site.fetch(page)).await?);
    }
    Ok(texts)
}
