//! wrong: an_error_does_not_win
//! says: it gave Err(["a"])
//!
//! `try_join_all` is the opposite: the first error wins.

use futures::future::try_join_all;

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    match try_join_all(calls).await {
        Ok(mut values) => Ok(values.remove(0)),
        Err(error) => Err(vec![error]),
    }
}
