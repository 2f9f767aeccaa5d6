//! wrong: the_third_is_dropped
//! says: it ran to its end, at 300 ms
//! says: A task runs on when its handle is dropped
//!
//! The results are right, and the third job runs on: in the timeline it ends at
//! 300 ms, 100 ms after the function has returned. Perhaps plain handles were
//! dropped: that detaches a task and does not stop it. Which collection ends
//! its tasks when it goes away?

use futures::{StreamExt, stream::FuturesUnordered};

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut running: FuturesUnordered<_> =
        jobs.into_iter().map(tokio::spawn).collect();
    let mut results = Vec::new();
    while let Some(ended) = running.next().await {
        results.push(ended.expect("a job panicked"));
        if results.len() == 2 {
            break;
        }
    }
    results
}
