//! wrong: the_results_come_in_input_order
//! says: the results ["b", "c", "a"]
//! says: the order in which they finished
//!
//! `FuturesUnordered` gives results as they finish.

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
