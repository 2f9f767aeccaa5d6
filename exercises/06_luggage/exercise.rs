//! A method that spawns: what its tasks need, they take along.

use std::sync::Arc;

use lab::Site;
use tokio::task::JoinHandle;

#[derive(Clone)]
pub struct Crawler {
    pub site: Site,
    /// Stands in front of each text; there is one for the whole program.
    pub name: Arc<str>,
}

impl Crawler {
    pub async fn fetch(&self, page: u32) -> String {
        format!("{}: {}", self.name, self.site.fetch(page).await)
    }

    /// Starts a task for each page, and waits for none of them.
    ///
    /// Refused, since the tasks borrow `self` (E0521):
    /// `tokio::spawn(async move { self.fetch(page).await })`
    pub fn start(&self, pages: &[u32]) -> Vec<JoinHandle<String>> {
        // TODO: the handles, in the order of the pages.
        todo!("{} fetches {pages:?}", self.name)
    }
}
