//! wrong: fewer_than_two_are_enough
//! says: there are two
//!
//! The function asks for a second result and insists on it, but the list has
//! one job. In the timeline that job ends at 300 ms, and then the panic comes.
//! When there is nobody left, what does the collection answer?

use tokio::task::JoinSet;

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut running: JoinSet<_> = jobs.into_iter().collect();
    let mut results = Vec::new();
    for _ in 0..2 {
        let ended = running.join_next().await.expect("there are two");
        results.push(ended.expect("a job panicked"));
    }
    results
}
