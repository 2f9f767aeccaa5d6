//! wrong: what_came_in_time_is_kept
//! says: it gave [None, None, None]
//! says: takes nothing away from the others
//!
//! One timeout around all of them: when it strikes, all is lost.

use std::time::Duration;

use futures::future::join_all;
use lab::Site;
use tokio::time::timeout;

pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    let all = join_all(pages.iter().map(|page| site.fetch(*page)));
    match timeout(limit, all).await {
        Ok(texts) => texts.into_iter().map(Some).collect(),
        Err(_) => vec![None; pages.len()],
    }
}
