//! wrong: each_end_is_reported_when_it_comes
//! says: 0 of 3 at 100 ms
//!
//! The reports come at the right moments, and each counts one too few: the
//! first says 0 at 100 ms, when b has ended. Is a result counted by the time
//! its report is made?

use futures::{StreamExt, stream::FuturesUnordered};

pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let total = jobs.len();
    let mut running: FuturesUnordered<_> = jobs
        .into_iter()
        .enumerate()
        .map(|(index, job)| async move { (index, job.await) })
        .collect();
    let mut results = Vec::new();
    while let Some(result) = running.next().await {
        report(results.len(), total);
        results.push(result);
    }
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
