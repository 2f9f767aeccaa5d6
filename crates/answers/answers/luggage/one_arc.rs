//! right
//!
//! One clone in an `Arc`.

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
        let crawler = Arc::new(self.clone());
        let mut tasks = Vec::new();
        for page in pages.iter().copied() {
            let crawler = Arc::clone(&crawler);
            tasks.push(tokio::spawn(async move { crawler.fetch(page).await }));
        }
        tasks
    }
}
