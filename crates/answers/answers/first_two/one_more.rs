//! wrong: the_first_two_come_in_their_order
//! says: the results ["b", "c", "a"]
//!
//! Three results come back: the loop waits once more after it has had its two.
//! The timeline goes on to 300 ms, the end of a. At which length should the
//! loop stop, and does it look before or after it waits?

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
