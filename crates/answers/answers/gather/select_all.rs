//! wrong: the_results_come_in_input_order
//! says: the results ["b", "c", "a"]
//!
//! The results are taken as they become ready: b at 100 ms, c at 200, a at 300.
//! Perhaps whichever future is ready is taken out of the list, and the rest is
//! raced again. All futures share one wait, which is right; where does each
//! result belong?

use futures::future::select_all;

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut waiting: Vec<_> = futures.into_iter().map(Box::pin).collect();
    let mut results = Vec::new();
    while !waiting.is_empty() {
        let (result, _, rest) = select_all(waiting).await;
        results.push(result);
        waiting = rest;
    }
    results
}
