//! right
//!
//! Only what is needed.

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
            let (site, name) = (self.site.clone(), Arc::clone(&self.name));
            tasks.push(tokio::spawn(async move {
                format!("{name}: {}", site.fetch(page).await)
            }));
        }
        tasks
    }
}
