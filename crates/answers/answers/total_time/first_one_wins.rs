//! wrong: three_pages_take_as_long_as_the_slowest
//! says: it took 100 ms
//! says: dropped before its end
//!
//! All pages begin at 0 ms, and the function goes on as soon as one of them is
//! there, at 100 ms. The other two are dropped with whatever held them: the
//! timeline cuts them off at that moment. How does the code learn that the last
//! page has come?

use std::time::Duration;

use futures::{StreamExt, stream::FuturesUnordered};
use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let mut fetches: FuturesUnordered<_> =
        pages.iter().map(|page| site.fetch(*page)).collect();
    fetches.next().await;
    start.elapsed()
}
