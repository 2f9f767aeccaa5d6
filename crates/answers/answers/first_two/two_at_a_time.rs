//! wrong: the_first_two_come_in_their_order
//! says: the results ["b", "a"]
//!
//! Two jobs run at a time: in the timeline c begins at 100 ms, when b has left
//! its place, and so it ends together with a. A limit of two is not two
//! results. All jobs have to begin at once, so that the quick ones can be
//! first.

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
