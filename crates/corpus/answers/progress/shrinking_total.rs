//! wrong: each_end_is_reported_when_it_comes
//! says: 1 of 2 at 100 ms
//!
//! Asks the set for the total while the set gets smaller.

use tokio::task::JoinSet;

pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut running = JoinSet::new();
    for (index, job) in jobs.into_iter().enumerate() {
        running.spawn(async move { (index, job.await) });
    }
    let mut results = Vec::new();
    while let Some(ended) = running.join_next().await {
        results.push(ended.expect("a job panicked"));
        report(results.len(), running.len());
    }
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
