//! wrong: the_tasks_outlive_the_crawler
//! says: "<page 0>"
//! says: the results ["<page 0>", "<page 1>", "<page 2>"]
//!
//! The tasks run as they should, and their texts come without the name in
//! front. Perhaps only the site went along. Look at what `Crawler::fetch` uses:
//! it needs both fields, and so does whoever does its work.

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
        for page in pages.iter().copied() {
            let site = self.site.clone();
            tasks.push(tokio::spawn(async move { site.fetch(page).await }));
        }
        tasks
    }
}
