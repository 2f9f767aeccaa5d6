//! wrong: forty_jobs_are_forty_reports
//! says: 1 of 40 at 310 ms
//!
//! The first report comes at 310 ms: the quickest jobs are the last of the
//! list, and they wait for a place. In the timeline ten jobs are under way at a
//! time. Three jobs fit through that limit, forty do not.

use futures::{StreamExt, stream};

pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let total = jobs.len();
    let jobs = jobs
        .into_iter()
        .enumerate()
        .map(|(index, job)| async move { (index, job.await) });
    let mut running = stream::iter(jobs).buffer_unordered(10);
    let mut results = Vec::new();
    while let Some(result) = running.next().await {
        results.push(result);
        report(results.len(), total);
    }
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
