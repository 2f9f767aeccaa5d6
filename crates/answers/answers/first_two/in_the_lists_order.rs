//! wrong: their_order_is_that_of_their_ends
//! says: ["a", "b"]
//!
//! The two winners are right, and they stand in the order of the list. The
//! task asks for the order in which they finished.

use tokio::task::JoinSet;

/// The results of the first two that finish, in this order.
pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut running = JoinSet::new();
    for (index, job) in jobs.into_iter().enumerate() {
        running.spawn(async move { (index, job.await) });
    }
    let mut results: Vec<(usize, _)> = Vec::new();
    while results.len() < 2
        && let Some(ended) = running.join_next().await
    {
        results.push(ended.expect("a job panicked"));
    }
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
