//! wrong: nobody_waits_for_the_slow_ones
//! says: it ran to its end, at 300 ms
//! says: Or somebody did wait for it
//!
//! `join_all` first, and then a look at the results.

use futures::future::join_all;

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut errors = Vec::new();
    for result in join_all(calls).await {
        match result {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
