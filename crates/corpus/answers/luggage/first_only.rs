//! wrong: the_tasks_outlive_the_crawler
//! says: Some results were lost
//!
//! One clone, moved into one task: the loop had to end there to compile.

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
        let crawler = self.clone();
        let mut tasks = Vec::new();
        for page in pages.iter().copied() {
            tasks.push(tokio::spawn(async move { crawler.fetch(page).await }));
            break;
        }
        tasks
    }
}
