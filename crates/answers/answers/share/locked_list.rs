//! wrong: the_list_has_the_pages_as_they_arrive
//! says: The right results in the wrong order
//! says: 300 -> 400 ms
//!
//! Each task takes the lock of the list first, and holds it while it fetches.
//! In the timeline page 1 begins at 300 ms, when page 0 has ended, so the pages
//! arrive in the order in which they got the lock. At which moment does a task
//! have something to write?

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use lab::Site;

pub type Seen = Arc<Mutex<HashSet<u32>>>;

pub async fn arrivals(site: &Site, pages: &[u32]) -> Vec<u32> {
    let list = Arc::new(tokio::sync::Mutex::new(Vec::new()));
    let mut tasks = Vec::new();
    for page in pages.iter().copied() {
        let (site, list) = (site.clone(), list.clone());
        tasks.push(tokio::spawn(async move {
            let mut list = list.lock().await;
            site.fetch(page).await;
            list.push(page);
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let list = list.lock().await;
    list.clone()
}

pub async fn each_once(site: &Site, pages: &[u32], seen: &Seen) {
    let mut tasks = Vec::new();
    for page in pages.iter().copied() {
        let (site, seen) = (site.clone(), seen.clone());
        tasks.push(tokio::spawn(async move {
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
