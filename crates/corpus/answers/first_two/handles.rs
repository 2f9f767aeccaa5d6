//! wrong: the_third_is_dropped
//! says: it ran to its end, at 300 ms
//! says: A task runs on when its handle is dropped
//!
//! Plain handles: to drop them detaches the tasks.

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
