//! wrong: each_page_has_a_task_of_its_own
//! says: no task was spawned for them
//! says: take turns on one thread
//!
//! The pages are parts of the caller's own task, and take turns on one thread;
//! the timeline shows no task for them. That is why they may share a list
//! without a lock. As tasks they could run on several threads: what does the
//! list need then?

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use lab::Site;

pub type Seen = Arc<Mutex<HashSet<u32>>>;

pub async fn arrivals(site: &Site, pages: &[u32]) -> Vec<u32> {
    let list = std::cell::RefCell::new(Vec::new());
    let fetches = pages.iter().map(|page| async {
        site.fetch(*page).await;
        list.borrow_mut().push(*page);
    });
    futures::future::join_all(fetches).await;
    list.into_inner()
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
