//! right
//!
//! The caller notes the pages before it spawns.

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
    let new: Vec<u32> = {
        let mut seen = seen.lock().unwrap();
        pages
            .iter()
            .copied()
            .filter(|page| seen.insert(*page))
            .collect()
    };
    let mut tasks = Vec::new();
    for page in new {
        let site = site.clone();
        tasks.push(tokio::spawn(async move { site.fetch(page).await }));
    }
    for task in tasks {
        task.await.unwrap();
    }
}
