//! wrong: both_keep_the_order_of_the_calls
//! says: the results [5, 3, 1]
//! says: the order in which they finished
//!
//! A `JoinSet` gives results as they finish.

use tokio::task::JoinSet;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut set: JoinSet<_> = calls.into_iter().collect();
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    while let Some(ended) = set.join_next().await {
        match ended.expect("no panic") {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    (values, errors)
}
