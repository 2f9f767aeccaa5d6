//! hangs: the_tasks_outlive_the_crawler
//! says: has held its thread
//! says: block_on
//!
//! Waits for the texts at once, so that nothing is borrowed.

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
        let mut tasks = Vec::new();
        for page in pages {
            let text = futures::executor::block_on(self.fetch(*page));
            tasks.push(tokio::spawn(async move { text }));
        }
        tasks
    }
}
