//! wrong: nobody_waits_for_the_lock
//! says: it took 300 ms
//! says: one after another
//!
//! A lock is held for as long as a page is fetched. The timeline shows three
//! tasks in a line: page 2 begins at 100 ms and page 3 at 200, each when the
//! one before has let go. How long does a task need the set, and how long does
//! it need the site?

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
    let gate = Arc::new(tokio::sync::Mutex::new(()));
    let mut tasks = Vec::new();
    for page in pages.iter().copied() {
        let (site, seen) = (site.clone(), seen.clone());
        let gate = gate.clone();
        tasks.push(tokio::spawn(async move {
            let _held = gate.lock().await;
            let new = seen.lock().unwrap().insert(page);
            if new {
                site.fetch(page).await;
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
}
