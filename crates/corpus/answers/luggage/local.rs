//! wrong: the_tasks_outlive_the_crawler
//! says: `start` panicked: `spawn_local` called from outside
//!
//! Another kind of task for another kind of problem: the borrow is in order
//! now, but who runs a local task here?

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
            let crawler = self.clone();
            tasks.push(tokio::task::spawn_local(async move {
                crawler.fetch(page).await
            }));
        }
        tasks
    }
}
