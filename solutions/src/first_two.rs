//! Run all jobs, take the first two results, and stop the rest.

// begin solution
use tokio::task::JoinSet;

// end solution
/// The results of the first two that finish, in this order. A panic that comes
/// before them goes on, out of the function.
pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    // begin solution
    //~ // TODO: run all of them, return with the second, leave nothing running.
    //~ todo!("two of {}", jobs.len())
    let mut running: JoinSet<_> = jobs.into_iter().collect();
    let mut results = Vec::new();
    while results.len() < 2
        && let Some(ended) = running.join_next().await
    {
        results.push(ended.expect("a job panicked"));
    }
    results
    // end solution
}
