//! wrong: nothing_stays_behind
//! says: 1 owners are left
//! says: the results ["1 owners are left"]
//!
//! The tasks do what they should, and the timeline is as expected. But one
//! owner of the name never goes away: perhaps something was leaked to get a
//! `'static` reference, and what is leaked is never freed, once more with each
//! call. A task needs no reference if it owns what it uses.

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
        let crawler: &'static Crawler = Box::leak(Box::new(self.clone()));
        let pages = pages.iter().copied();
        pages
            .map(|page| tokio::spawn(crawler.fetch(page)))
            .collect()
    }
}
