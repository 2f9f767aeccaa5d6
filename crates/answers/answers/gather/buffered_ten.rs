//! wrong: a_hundred_keep_their_order
//! says: it took 1550 ms
//! says: longer than was needed
//!
//! Ten run at a time: the first ones begin at 0 ms, and each of the others when
//! a place becomes free, so a hundred take longer than the slowest of them.
//! Three futures fit through that without a wait, and the earlier checks have
//! no more. How many places does a list need if nobody is to wait?

use futures::{StreamExt, stream};

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    stream::iter(futures).buffered(10).collect().await
}
