//! wrong: all_of_them_begin_at_once
//! says: never more than 2 at the same time
//!
//! Two futures are under way and the third is not: 10 ms after the call the
//! timeline shows two. Perhaps the number in `buffered` is a limit on how many
//! may run, beside keeping their order. Nobody has asked for a limit here.

use futures::{StreamExt, stream};

pub async fn gather<F>(futures: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    stream::iter(futures).buffered(2).collect().await
}
