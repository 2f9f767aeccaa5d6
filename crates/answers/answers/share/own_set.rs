//! wrong: two_calls_share_what_was_seen
//! says: `page 2` ran 2 times
//!
//! Doubles within one call are found, but each call begins with a set of its
//! own: in the timeline both fetch page 2 at 0 ms. `seen` is what the two calls
//! have in common. Who looks into it, and who writes into it?

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use lab::Site;

pub type Seen = Arc<Mutex<HashSet<u32>>>;

pub async fn arrivals(site: &Site, pages: &[u32]) -> Vec<u32> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let mut tasks = Vec::new();
    for page in pages.iter().copied() {
        let (site, list) = (site.clone(), list.clone());
        tasks.push(tokio::spawn(async move {
            site.fetch(page).await;
            list.lock().unwrap().push(page);
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    list.lock().unwrap().clone()
}

pub async fn each_once(site: &Site, pages: &[u32], seen: &Seen) {
    let _ = seen;
    let pages: HashSet<u32> = pages.iter().copied().collect();
    let mut tasks = Vec::new();
    for page in pages {
        let site = site.clone();
        tasks.push(tokio::spawn(async move { site.fetch(page).await }));
    }
    for task in tasks {
        task.await.unwrap();
    }
}
