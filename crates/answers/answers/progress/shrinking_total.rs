//! wrong: each_end_is_reported_when_it_comes
//! says: 1 of 2 at 100 ms
//!
//! The reports come in time, and their total shrinks: at 100 ms it is 2.
//! Perhaps you ask the set how many it holds, and each result that is taken out
//! makes it smaller. At which moment does the set, or the list, hold all of
//! them?

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
