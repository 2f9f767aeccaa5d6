//! wrong: the_limit_is_for_all_three
//! says: it gave Some
//! says: Does each page get a limit of its own
//!
//! A limit starts its clock when it is made. The timeline has three pages of
//! 100 ms in a row, 300 ms in all, and none of them took longer than 250 ms by
//! itself, so perhaps each was given the full time. How many clocks should
//! there be for three pages, and when should it start?

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
