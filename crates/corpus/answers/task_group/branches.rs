//! wrong: both_errors_of_one_instant_come_out
//! says: it gave Err(["bad flight failed"])
//!
//! `try_join_all` stops the others and knows one error.

use futures::future::try_join_all;

pub async fn task_group<F, T, E>(calls: Vec<F>) -> Result<Vec<T>, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    try_join_all(calls).await.map_err(|error| vec![error])
}
