//! hangs: the_tasks_outlive_the_crawler
//! says: has held its thread
//! says: block_on
//!
//! `start` is not async, and `block_on` makes it wait all the same: it holds
//! the thread that the timer of page 0 needs. In the timeline page 0 begins and
//! never ends. `start` is to wait for nobody; what must a task own, so that it
//! needs nobody to wait?

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
