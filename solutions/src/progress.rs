//! A progress bar: hear of each job that has finished.

// begin solution
use futures::{StreamExt, stream::FuturesUnordered};

// end solution
/// Calls `report(done, total)` at each end; the results keep the list's order.
/// A panic of a job goes on, out of the function.
pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    // begin solution
    //~ // TODO: run all of them at the same time; report each when it ends.
    //~ report(0, jobs.len());
    //~ todo!("{} jobs", jobs.len())
    let total = jobs.len();
    let mut running: FuturesUnordered<_> = jobs
        .into_iter()
        .enumerate()
        .map(|(index, job)| async move { (index, job.await) })
        .collect();
    let mut results = Vec::new();
    while let Some(result) = running.next().await {
        results.push(result);
        report(results.len(), total);
    }
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
    // end solution
}
