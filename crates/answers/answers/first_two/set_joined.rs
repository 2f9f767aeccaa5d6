//! wrong: the_third_is_dropped
//! says: it ran to its end, at 300 ms
//!
//! All jobs are waited for, also the third: in the timeline it ends at 300 ms,
//! and the function returns then. Afterwards two results are kept. Nobody needs
//! the third one: when are there enough, and what should become of the rest at
//! that moment?

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
