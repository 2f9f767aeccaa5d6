//! wrong: the_time_it_gives_is_the_time_it_took
//! says: it gave 0ns
//! says: when is it read
//!
//! The timeline is right: all pages run together and take 300 ms. But the clock
//! is read before anybody has waited, when the futures are made and have not
//! begun: that took no time at all. Between which two moments lies the work?

use std::time::Duration;

use futures::future::join_all;
use lab::Site;
use tokio::time::Instant;

pub async fn total_time(site: &Site, pages: &[u32]) -> Duration {
    let start = Instant::now();
    let all = join_all(pages.iter().map(|page| site.fetch(*page)));
    let time = start.elapsed();
    all.await;
    time
}
