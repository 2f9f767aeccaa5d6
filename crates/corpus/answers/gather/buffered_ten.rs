//! wrong: a_hundred_keep_their_order
//! says: exactly 200 ms
//! says: although there was room
//!
//! Enough for three, too few for a hundred.

use futures::{StreamExt, stream};

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    stream::iter(futures).buffered(10).collect().await
}
