//! right
//!
//! A set of futures; `take` ends the stream, and the set goes with it.

use futures::{StreamExt, stream::FuturesUnordered};

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let running: FuturesUnordered<_> = jobs.into_iter().collect();
    running.take(2).collect().await
}
