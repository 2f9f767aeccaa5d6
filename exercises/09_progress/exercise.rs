//! A progress bar: hear of each job that has finished.

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
    // TODO: run all of them at the same time; report each when it ends.
    report(0, jobs.len());
    todo!("{} jobs", jobs.len())
}
