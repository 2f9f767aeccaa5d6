//! right
//!
//! A fold carries both lists along.

use futures::future::join_all;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let empty = (Vec::new(), Vec::new());
    let results = join_all(calls).await.into_iter();
    results.fold(empty, |(mut values, mut errors), result| {
        match result {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
        (values, errors)
    })
}
