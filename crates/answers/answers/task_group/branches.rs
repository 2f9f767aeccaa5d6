//! wrong: both_errors_of_one_instant_come_out
//! says: it gave Err(["bad flight failed"])
//!
//! The calls are parts of one future, and its first error ends it: the second
//! one, of the same instant, 20 ms, is dropped with its call. That stops the
//! hotel, but only one error can come out. What would let you look at all that
//! has ended by then?

use futures::future::try_join_all;

pub async fn task_group<F, T, E>(calls: Vec<F>) -> Result<Vec<T>, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    try_join_all(calls).await.map_err(|error| vec![error])
}
