//! wrong: each_end_is_reported_when_it_comes
//! says: 1 of 3 at 300 ms
//!
//! `join_all` first, and the reports all at the end.

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
