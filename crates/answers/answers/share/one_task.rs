//! wrong: each_page_has_a_task_of_its_own
//! says: they ran in 1 task
//! says: shared one task
//!
//! All pages run in one task, and take turns inside it: the timeline has one
//! task for three pages. Whatever is joined there shares its thread. A task for
//! each page means as many spawns as pages.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use lab::Site;

pub type Seen = Arc<Mutex<HashSet<u32>>>;

pub async fn arrivals(site: &Site, pages: &[u32]) -> Vec<u32> {
    let (site, pages) = (site.clone(), pages.to_vec());
    let task = tokio::spawn(async move {
        let list = Mutex::new(Vec::new());
        let fetches = pages.iter().map(|page| async {
            site.fetch(*page).await;
            list.lock().unwrap().push(*page);
        });
        futures::future::join_all(fetches).await;
        list.into_inner().unwrap()
    });
    task.await.unwrap()
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
