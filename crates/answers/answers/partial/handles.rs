//! wrong: the_late_ones_are_cancelled
//! says: it ran to its end, at 400 ms
//! says: A task runs on when its handle is dropped
//!
//! Each limit is around the handle of a task. At 250 ms the handle of page 1 is
//! dropped, and the timeline shows the page running on to 400 ms. Who could
//! still stop it? Or does it have to be a task at all?

use std::time::Duration;

use futures::future::join_all;
use lab::Site;
use tokio::time::timeout;

pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    let tasks = pages.into_iter().map(|page| {
        let site = site.clone();
        let task = tokio::spawn(async move { site.fetch(page).await });
        async move { timeout(limit, task).await.ok().map(Result::unwrap) }
    });
    join_all(tasks).await
}
