//! right
//!
//! Handles that abort when they are dropped.

use futures::{StreamExt, stream::FuturesUnordered};
use tokio_util::task::AbortOnDropHandle;

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let running: FuturesUnordered<_> = jobs
        .into_iter()
        .map(|job| AbortOnDropHandle::new(tokio::spawn(job)))
        .collect();
    running
        .take(2)
        .map(|ended| ended.expect("a job panicked"))
        .collect()
        .await
}
