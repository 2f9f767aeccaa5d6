//! wrong: the_first_two_come_in_their_order
//! says: the results ["a", "b"]
//!
//! The first two of the list.

use futures::future::join_all;

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut results = join_all(jobs).await;
    results.truncate(2);
    results
}
