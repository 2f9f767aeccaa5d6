//! wrong: the_third_is_dropped
//! says: it ran to its end, at 300 ms
//!
//! `detach_all` empties the set and lets the tasks run.

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
    running.detach_all();
    results
}
