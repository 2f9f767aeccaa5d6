//! wrong: forty_calls_are_not_too_many
//! says: it took 400 ms
//!
//! Ten calls run at a time, and the others wait for a place. The task sets no
//! limit. What limits them?

use futures::stream::{self, StreamExt};

/// All values, and all errors, each in the order of the calls.
pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut values = Vec::new();
    let mut errors = Vec::new();
    let mut results = stream::iter(calls).buffered(10);
    while let Some(result) = results.next().await {
        match result {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    (values, errors)
}
