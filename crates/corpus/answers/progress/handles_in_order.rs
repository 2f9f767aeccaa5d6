//! wrong: each_end_is_reported_when_it_comes
//! says: 1 of 3 at 300 ms
//!
//! Handles awaited in the order of the list: b and c have to wait for a.

pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let total = jobs.len();
    let handles: Vec<_> = jobs.into_iter().map(tokio::spawn).collect();
    let mut results = Vec::new();
    for handle in handles {
        results.push(handle.await.expect("a job panicked"));
        report(results.len(), total);
    }
    results
}
