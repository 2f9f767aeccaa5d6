//! wrong: all_of_them_begin_at_once
//! says: never more than 2 at the same time
//!
//! Keeps the order, and lets only two run.

use futures::{StreamExt, stream};

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    stream::iter(futures).buffered(2).collect().await
}
