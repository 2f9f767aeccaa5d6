//! wrong: two_threads_share_what_was_seen
//! says: page 2 was fetched 2 times
//!
//! The loop looks under one guard and writes under the next, before the task
//! is spawned. There is no await between the two, and on one thread that is
//! enough. On two threads the other call looks in between.

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
        let known = seen.lock().unwrap().contains(&page);
        if known {
            continue;
        }
        seen.lock().unwrap().insert(page);
        let site = site.clone();
        set.spawn(async move {
            site.fetch(page).await;
        });
    }
    set.join_all().await;
}
