//! wrong: no_error_is_lost
//! says: it gave Err(["a", "b", "c"])
//! says: the one that failed first stands first
//!
//! All errors are there, in the order of the list. In the timeline b fails
//! first, at 100 ms, then c, and a last, at 300. No sorting is needed if each
//! error is put away when it comes.

use futures::stream::{FuturesUnordered, StreamExt};

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let numbered = calls.into_iter().enumerate();
    let mut calls: FuturesUnordered<_> = numbered
        .map(|(number, call)| async move { (number, call.await) })
        .collect();
    let mut errors = Vec::new();
    while let Some((number, result)) = calls.next().await {
        match result {
            Ok(value) => return Ok(value),
            Err(error) => errors.push((number, error)),
        }
    }
    errors.sort_by_key(|(number, _)| *number);
    Err(errors.into_iter().map(|(_, error)| error).collect())
}
