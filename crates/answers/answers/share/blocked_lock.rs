//! hangs: no_page_is_fetched_twice
//! says: has held its thread
//! says: a lock or a channel of std
//!
//! The lock is held while a page is fetched, and the next to ask for it blocks
//! the thread. The first needs that thread to end its fetch: in the timeline
//! page 1 begins and never ends. For which of its lines does a page need the
//! set?

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
    let fetches = pages.iter().map(|page| async {
        let mut seen = seen.lock().unwrap();
        if seen.insert(*page) {
            site.fetch(*page).await;
        }
    });
    futures::future::join_all(fetches).await;
}
