//! wrong: the_first_two_come_in_their_order
//! says: the results ["b", "c", "a"]
//!
//! Looks at the length after it has waited once more.

use tokio::task::JoinSet;

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut running: JoinSet<_> = jobs.into_iter().collect();
    let mut results = Vec::new();
    while let Some(ended) = running.join_next().await {
        results.push(ended.expect("a job panicked"));
        if results.len() > 2 {
            break;
        }
    }
    results
}
