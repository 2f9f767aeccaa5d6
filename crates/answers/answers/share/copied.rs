//! wrong: the_list_has_the_pages_as_they_arrive
//! says: the results []
//! says: Some results were lost
//!
//! Each task has a list of its own: a clone of a list is another list. All
//! pages arrive in the timeline, each is written into one of the copies, and
//! the list that you return stays empty. What can be cloned so that all clones
//! are one list?

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use lab::Site;

pub type Seen = Arc<Mutex<HashSet<u32>>>;

pub async fn arrivals(site: &Site, pages: &[u32]) -> Vec<u32> {
    let list = Vec::new();
    let mut tasks = Vec::new();
    for page in pages.iter().copied() {
        let (site, mut list) = (site.clone(), list.clone());
        tasks.push(tokio::spawn(async move {
            site.fetch(page).await;
            list.push(page);
        }));
    }
    for task in tasks {
        task.await.unwrap();
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
