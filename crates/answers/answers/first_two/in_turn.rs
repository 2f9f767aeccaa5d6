//! wrong: the_first_two_come_in_their_order
//! says: the results ["a", "b"]
//!
//! The first two of the list are awaited, one after the other: the timeline has
//! a from 0 to 300 ms, then b, and no c at all. Asked for are the first two
//! that finish. So all have to run, and whoever is ready is taken.

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
