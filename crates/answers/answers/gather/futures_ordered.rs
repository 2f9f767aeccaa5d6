//! right
//!
//! What `join_all` uses for long lists.

use futures::StreamExt;
use futures::stream::FuturesOrdered;

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    futures
        .into_iter()
        .collect::<FuturesOrdered<_>>()
        .collect()
        .await
}
