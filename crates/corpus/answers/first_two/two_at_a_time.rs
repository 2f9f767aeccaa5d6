//! wrong: the_first_two_come_in_their_order
//! says: the results ["b", "a"]
//!
//! A limit of two is not two results: the third waits for a place.

use futures::{StreamExt, stream};

pub async fn first_two<F>(jobs: Vec<F>) -> Vec<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    stream::iter(jobs)
        .buffer_unordered(2)
        .take(2)
        .collect()
        .await
}
