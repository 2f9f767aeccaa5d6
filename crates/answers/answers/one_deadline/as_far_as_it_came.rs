//! wrong: the_limit_is_for_all_three
//! says: it gave Some(["<page 0>", "<page 1>"])
//!
//! The limit works: page 2 is dropped at 250 ms. But the error is swallowed,
//! and the two texts that had come are returned as if that were all. What does
//! the caller need to see, to know that something is missing?

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
