//! wrong: the_third_is_dropped
//! says: it ran to its end, at 300 ms
//!
//! The results are right, and the third job runs on: in the timeline it ends at
//! 300 ms, though the function has returned at 200. Perhaps the tasks were
//! taken out of the set that would have ended them. A task that nobody holds
//! runs to its end: who should hold it, and until when?

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
