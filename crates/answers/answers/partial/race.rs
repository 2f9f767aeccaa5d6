//! right
//!
//! No tasks: a race of the next text against the deadline.

use std::time::Duration;

use futures::stream::{FuturesUnordered, StreamExt};
use lab::Site;
use tokio::time::{Instant, sleep_until};

pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    let deadline = Instant::now() + limit;
    let mut texts = vec![None; pages.len()];
    let site = &site;
    let numbered = pages.into_iter().enumerate();
    let mut fetches: FuturesUnordered<_> = numbered
        .map(|(index, page)| async move { (index, site.fetch(page).await) })
        .collect();
    loop {
        tokio::select! {
            next = fetches.next() => match next {
                Some((index, text)) => texts[index] = Some(text),
                None => return texts,
            },
            _ = sleep_until(deadline) => return texts,
        }
    }
}
