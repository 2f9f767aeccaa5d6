//! wrong: the_first_two_come_in_their_order
//! says: the results ["a", "b"]
//!
//! One after the other, the first two of the list.

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut results = Vec::new();
    for job in jobs.into_iter().take(2) {
        results.push(job.await);
    }
    results
}
