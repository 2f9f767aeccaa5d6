//! wrong: the_results_keep_the_order_of_the_list
//! says: the results ["b", "c", "a"]
//! says: the order in which they finished
//!
//! No index travels along.

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
    let mut running: FuturesUnordered<_> = jobs.into_iter().collect();
    let mut results = Vec::new();
    while let Some(result) = running.next().await {
        results.push(result);
        report(results.len(), total);
    }
    results
}
