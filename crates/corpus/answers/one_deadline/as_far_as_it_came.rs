//! wrong: the_limit_is_for_all_three
//! says: it gave Some(["<page 0>", "<page 1>"])
//!
//! Swallows the error and returns what there is.

use std::time::Duration;

use lab::Site;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

pub async fn three_pages(
    site: Site,
    limit: Duration,
) -> Result<Vec<String>, Elapsed> {
    let mut texts = Vec::new();
    let _ = timeout(limit, async {
        for page in 0..3 {
            texts.push(site.fetch(page).await);
        }
    })
    .await;
    Ok(texts)
}
