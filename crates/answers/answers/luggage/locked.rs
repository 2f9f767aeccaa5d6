//! wrong: they_run_at_the_same_time
//! says: it took 600 ms
//! says: one after another
//!
//! The tasks share something behind a lock and hold the lock while they fetch.
//! So one works and the others wait: in the timeline page 1 begins at 300 ms,
//! when page 0 has ended. Nothing in the crawler ever changes: what is the lock
//! to protect?

use std::sync::Arc;

use lab::Site;
use tokio::task::JoinHandle;

#[derive(Clone)]
pub struct Crawler {
    pub site: Site,
    pub name: Arc<str>,
}

impl Crawler {
    pub async fn fetch(&self, page: u32) -> String {
        format!("{}: {}", self.name, self.site.fetch(page).await)
    }

    pub fn start(&self, pages: &[u32]) -> Vec<JoinHandle<String>> {
        let crawler = Arc::new(tokio::sync::Mutex::new(self.clone()));
        let mut tasks = Vec::new();
        for page in pages.iter().copied() {
            let crawler = crawler.clone();
            tasks.push(tokio::spawn(async move {
                crawler.lock().await.fetch(page).await
            }));
        }
        tasks
    }
}
