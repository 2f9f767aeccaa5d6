//! right
//!
//! Tasks, and their indices.

use tokio::task::JoinSet;

pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let total = jobs.len();
    let mut running = JoinSet::new();
    for (index, job) in jobs.into_iter().enumerate() {
        running.spawn(async move { (index, job.await) });
    }
    let mut results = Vec::new();
    while let Some(ended) = running.join_next().await {
        results.push(ended.expect("a job panicked"));
        report(results.len(), total);
    }
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
