//! wrong: the_list_has_the_pages_as_they_arrive
//! says: The right results in the wrong order
//!
//! The handles are awaited in the order of the pages, so the list is 0, 1, 2,
//! whoever was first. In the timeline page 1 arrives at 100 ms and page 0 last,
//! at 300. Who knows of an arrival at the moment it happens, and can write it
//! down?

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use lab::Site;

pub type Seen = Arc<Mutex<HashSet<u32>>>;

pub async fn arrivals(site: &Site, pages: &[u32]) -> Vec<u32> {
    let mut tasks = Vec::new();
    for page in pages.iter().copied() {
        let site = site.clone();
        tasks.push(tokio::spawn(async move {
            site.fetch(page).await;
            page
        }));
    }
    let mut list = Vec::new();
    for task in tasks {
        list.push(task.await.unwrap());
    }
    list
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
