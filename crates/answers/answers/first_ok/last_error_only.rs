//! wrong: no_error_is_lost
//! says: it gave Err(["a"])
//! says: each has its error in the list
//!
//! All three fail, and one error comes back: a's, the last of them, at 300 ms
//! in the timeline. A race for the first `Ok` passes over the others and keeps
//! no list of them. At which moments could each error be put away?

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
