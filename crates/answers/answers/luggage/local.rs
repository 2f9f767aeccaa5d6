//! wrong: the_tasks_outlive_the_crawler
//! says: `start` panicked: `spawn_local` called from outside
//!
//! `spawn_local` is for tasks that must stay on one thread, and needs a
//! `LocalSet` or a local runtime to run them. Neither is here, so `start`
//! panics before a page is begun. What a plain task complains about is not the
//! thread: it may outlive `self`, and it borrows it.

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
