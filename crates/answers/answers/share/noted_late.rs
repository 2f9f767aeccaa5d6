//! wrong: no_page_is_fetched_twice
//! says: `page 1` ran 2 times
//!
//! Page 1 is fetched by two tasks, both at 0 ms. Perhaps a page is looked up
//! before its fetch and noted after it: while the first task waits for the
//! site, the second looks and finds nothing. What must happen before anybody
//! else can look?

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
        let (site, seen) = (site.clone(), seen.clone());
        tasks.push(tokio::spawn(async move {
            let known = seen.lock().unwrap().contains(&page);
            if !known {
                site.fetch(page).await;
                seen.lock().unwrap().insert(page);
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
}
