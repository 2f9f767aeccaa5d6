//! wrong: the_results_keep_the_order_of_the_list
//! says: the results ["b", "c", "a"]
//! says: the order in which they finished
//!
//! The reports are right, and the results stand in the order of the ends: b, c,
//! a. In the timeline that is 100, 200 and 300 ms. The list of the jobs had
//! another order: what has to travel with each result, so that it finds its
//! place again?

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
