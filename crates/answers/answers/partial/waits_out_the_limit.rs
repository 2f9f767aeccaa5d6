//! wrong: nobody_waits_for_the_limit
//! says: it took 1000 ms
//! says: nothing was left to wait for
//!
//! Your function sleeps for the whole limit and looks then what is there. The
//! timeline shows both pages done at 200 ms, and 800 ms in which nobody does
//! anything. What else, besides the clock, should be able to end the wait?

use std::time::Duration;

use lab::Site;
use tokio::task::JoinSet;
use tokio::time::sleep;

pub async fn in_time(
    site: Site,
    pages: Vec<u32>,
    limit: Duration,
) -> Vec<Option<String>> {
    let mut texts = vec![None; pages.len()];
    let mut set = JoinSet::new();
    for (index, page) in pages.into_iter().enumerate() {
        let site = site.clone();
        set.spawn(async move { (index, site.fetch(page).await) });
    }
    sleep(limit).await;
    while let Some(ended) = set.try_join_next() {
        let (index, text) = ended.unwrap();
        texts[index] = Some(text);
    }
    texts
}
