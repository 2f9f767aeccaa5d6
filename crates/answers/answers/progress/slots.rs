//! right
//!
//! Slots to fill instead of a sort.

use futures::{StreamExt, stream::FuturesUnordered};

pub async fn progress<F>(
    jobs: Vec<F>,
    mut report: impl FnMut(usize, usize),
) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let total = jobs.len();
    let mut slots: Vec<_> = (0..total).map(|_| None).collect();
    let mut running: FuturesUnordered<_> = jobs
        .into_iter()
        .enumerate()
        .map(|(index, job)| async move { (index, job.await) })
        .collect();
    let mut done = 0;
    while let Some((index, result)) = running.next().await {
        slots[index] = Some(result);
        done += 1;
        report(done, total);
    }
    slots.into_iter().flatten().collect()
}
