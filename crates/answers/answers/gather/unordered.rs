//! wrong: the_results_come_in_input_order
//! says: the results ["b", "c", "a"]
//! says: the order in which they finished
//!
//! All begin at 0 ms, and the results stand in the order in which they were
//! ready: b, c, a. Perhaps `FuturesUnordered` gives them out, and its name says
//! what it does. They need a way back to the places of their futures.

use futures::StreamExt;
use futures::stream::FuturesUnordered;

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    futures
        .into_iter()
        .collect::<FuturesUnordered<_>>()
        .collect()
        .await
}
