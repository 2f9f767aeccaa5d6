//! right
//!
//! Waits until the rest is gone.

use tokio::task::JoinSet;

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut running: JoinSet<_> = jobs.into_iter().collect();
    let mut results = Vec::new();
    while results.len() < 2
        && let Some(ended) = running.join_next().await
    {
        results.push(ended.expect("a job panicked"));
    }
    running.shutdown().await;
    results
}
