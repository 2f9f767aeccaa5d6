//! wrong: the_first_two_come_in_their_order
//! says: the results ["a", "b"]
//!
//! All three are awaited to the end, and then the first two of the list are
//! kept. In the timeline b and c are the first to be ready, at 100 and 200 ms.
//! A join gives results in the order of the list and when all are there: what
//! gives them one at a time?

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
