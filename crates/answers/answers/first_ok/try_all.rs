//! wrong: an_error_does_not_win
//! says: it gave Err(["a"])
//!
//! The first error decides at 100 ms, and b, which would have worked, is
//! dropped at that moment in the timeline. Perhaps the wait is for all of them
//! to work, and then one error is the end. Here it is the other way round: one
//! `Ok` is the end, and an error is not.

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
