//! wrong: each_end_is_reported_when_it_comes
//! says: 1 of 3 at 300 ms
//!
//! The first report comes at 300 ms, with the end of a, and the others at the
//! same moment. The tasks run together, as the timeline shows, but they are
//! asked in the order of the list, and the first is the slowest. Who else could
//! tell you that b has ended at 100 ms?

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
