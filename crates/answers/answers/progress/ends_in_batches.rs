//! wrong: two_ends_at_one_instant_are_two_reports
//! says: Some results were lost
//!
//! Ends that come at one instant are taken together, and only the last of them
//! is reported. Each job that has finished is an end of its own.

use futures::{StreamExt, stream::FuturesUnordered};

/// Calls `report(done, total)` at each end; the results keep the list's order.
pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let total = jobs.len();
    let running: FuturesUnordered<_> = jobs
        .into_iter()
        .enumerate()
        .map(|(index, job)| async move { (index, job.await) })
        .collect();
    let mut results = Vec::new();
    let mut running = running.ready_chunks(100);
    while let Some(ended) = running.next().await {
        results.extend(ended);
        report(results.len(), total);
    }
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
