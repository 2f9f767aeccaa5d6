//! wrong: the_tasks_outlive_the_crawler
//! says: Some results were lost
//!
//! There is a handle for the first page, and the others are missing in the
//! timeline. Perhaps one clone was made and moved into the first task, and
//! nothing was left for the second. Every task takes something along: where
//! does it have to be packed?

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
