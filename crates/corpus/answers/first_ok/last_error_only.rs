//! wrong: no_error_is_lost
//! says: it gave Err(["a"])
//! says: each has its error in the list
//!
//! `select_ok` keeps only the last error.

use futures::future::{FutureExt, select_ok};

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let calls = calls.into_iter().map(|call| call.boxed());
    match select_ok(calls).await {
        Ok((value, _)) => Ok(value),
        Err(error) => Err(vec![error]),
    }
}
