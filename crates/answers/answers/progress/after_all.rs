//! wrong: each_end_is_reported_when_it_comes
//! says: 1 of 3 at 300 ms
//!
//! All reports come at 300 ms, when everything is over. In the timeline b ends
//! at 100 ms and c at 200, and nobody says so. Whoever waits for all of them at
//! once hears of one moment: what hears of each end?

use futures::future::join_all;

pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let results = join_all(jobs).await;
    for done in 1..=results.len() {
        report(done, results.len());
    }
    results
}
