//! wrong: two_threads_share_what_was_seen
//! says: page 2 was fetched 2 times
//!
//! `contains` looks under one guard, and `insert` writes under the next.
//! Between the two, another thread looks as well, and finds nothing. Both then
//! fetch the page. Which method of a set looks and writes in one call?

use lab::Site;
use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use tokio::task::JoinSet;
pub type Seen = Arc<Mutex<HashSet<u32>>>;
pub async fn arrivals(site: &Site, pages: &[u32]) -> Vec<u32> {
    let mut set = JoinSet::new();
    for &page in pages {
        let site = site.clone();
        set.spawn(async move {
            site.fetch(page).await;
            page
        });
    }
    set.join_all().await
}
pub async fn each_once(site: &Site, pages: &[u32], seen: &Seen) {
    let mut set = JoinSet::new();
    for &page in pages {
        let (site, seen) = (site.clone(), seen.clone());
        set.spawn(async move {
            let known = seen.lock().unwrap().contains(&page);
            if !known {
                seen.lock().unwrap().insert(page);
                site.fetch(page).await;
            }
        });
    }
    set.join_all().await;
}
