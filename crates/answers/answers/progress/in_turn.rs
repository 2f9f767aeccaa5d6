//! wrong: each_end_is_reported_when_it_comes
//! says: 3 of 3 at 600 ms
//!
//! One job after the other: the timeline ends at 600 ms, which is the sum of
//! the three. The reports come in time for each end, but the ends come late.
//! The jobs have to be under way together before the first end is waited for.

pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let total = jobs.len();
    let mut results = Vec::new();
    for job in jobs {
        results.push(job.await);
        report(results.len(), total);
    }
    results
}
