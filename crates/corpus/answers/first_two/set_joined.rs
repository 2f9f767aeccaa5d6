//! wrong: the_third_is_dropped
//! says: it ran to its end, at 300 ms
//!
//! Waits for all and then takes two.

use tokio::task::JoinSet;

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let running: JoinSet<_> = jobs.into_iter().collect();
    let mut results = running.join_all().await;
    results.truncate(2);
    results
}
