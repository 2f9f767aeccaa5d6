//! A catalog that gives its items page by page.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::log::{Log, Watched};
use crate::ms;

/// More requests than any check of a good answer makes.
const MANY: usize = 1000;

/// Clones are the same catalog.
#[derive(Clone)]
pub struct Catalog {
    log: Log,
    pages: Arc<[Vec<String>]>,
    times: Arc<[Duration]>,
}

impl Catalog {
    /// The first page is page 1.
    pub fn new(pages: &[&[&str]]) -> Self {
        Self::taking(&[], pages)
    }

    /// Page `n` takes `times[n - 1]` milliseconds, any further 100 ms.
    pub fn taking(times: &[u64], pages: &[&[&str]]) -> Self {
        let owned = |page: &&[&str]| {
            page.iter().map(|item| (*item).to_owned()).collect()
        };
        Self {
            log: Log::new(),
            pages: pages.iter().map(owned).collect(),
            times: times.iter().map(|time| ms(*time)).collect(),
        }
    }

    /// The items of a page. After the last page, and before the first, there
    /// are none.
    pub async fn page(&self, number: usize) -> Vec<String> {
        let index = number.checked_sub(1);
        let time = index.and_then(|index| self.times.get(index));
        let time = match self.log.visits().len() {
            // Who asks without end comes to the end of a check's hour soon.
            MANY.. => ms(600_000),
            _ => time.copied().unwrap_or(ms(100)),
        };
        self.log.visit(format!("page {number}"), time).await;
        let page = index.and_then(|index| self.pages.get(index));
        page.cloned().unwrap_or_default()
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the catalog")
    }
}

impl Watched for Catalog {
    fn log(&self) -> &Log {
        &self.log
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn there_is_nothing_around_its_pages() {
        let catalog = Catalog::taking(&[30], &[&["a", "b"], &["c"]]);
        assert_eq!(catalog.page(1).await, ["a", "b"]);
        assert_eq!(catalog.log().now(), ms(30));
        assert_eq!(catalog.page(2).await, ["c"]);
        assert!(catalog.page(3).await.is_empty());
        assert!(catalog.page(0).await.is_empty());
        assert_eq!(catalog.log().now(), ms(330));
    }
}
