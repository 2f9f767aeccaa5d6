//! wrong: errors_are_kept_beside_the_values
//! says: the results []
//! says: Some results were lost
//!
//! The values are right, and the errors are gone. Perhaps the results went
//! through `flatten`, for which an `Err` is an empty place. Each result is
//! either one or the other, and both have a list to go into.

use futures::future::join_all;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let results = join_all(calls).await;
    (results.into_iter().flatten().collect(), Vec::new())
}
