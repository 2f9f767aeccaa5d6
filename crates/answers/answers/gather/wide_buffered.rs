//! right
//!
//! As wide as the input.

use futures::{StreamExt, stream};

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let width = futures.len().max(1);
    stream::iter(futures).buffered(width).collect().await
}
