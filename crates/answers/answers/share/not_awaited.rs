//! wrong: the_list_has_the_pages_as_they_arrive
//! says: the results []
//! says: a task was not waited for
//!
//! The list is returned at 0 ms, before one of the tasks has had a turn: they
//! are spawned, and nobody waits for them. The list is theirs as much as yours,
//! and it is still empty. When is it complete?

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use lab::Site;

pub type Seen = Arc<Mutex<HashSet<u32>>>;

pub async fn arrivals(site: &Site, pages: &[u32]) -> Vec<u32> {
    let list = Arc::new(Mutex::new(Vec::new()));
    for page in pages.iter().copied() {
        let (site, list) = (site.clone(), list.clone());
        tokio::spawn(async move {
            site.fetch(page).await;
            list.lock().unwrap().push(page);
        });
    }
    list.lock().unwrap().clone()
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
