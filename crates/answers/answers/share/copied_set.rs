//! wrong: no_page_is_fetched_twice
//! says: `page 1` ran 2 times
//!
//! Page 1 is fetched by two tasks, both at 0 ms. Perhaps each task notes its
//! page in a set of its own: a clone of what is in the lock knows nothing of
//! later entries. The second task must be able to see what the first has noted.

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
    let mut tasks = Vec::new();
    for page in pages.iter().copied() {
        let site = site.clone();
        let mut seen = seen.lock().unwrap().clone();
        tasks.push(tokio::spawn(async move {
            if seen.insert(page) {
                site.fetch(page).await;
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
}
