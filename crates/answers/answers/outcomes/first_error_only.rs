//! wrong: both_keep_the_order_of_the_calls
//! says: the results ["2 failed"]
//! says: Some results were lost
//!
//! One error is kept and the other dropped: in the timeline call 4 fails at 20
//! ms and call 2 at 200, and both belong in the list. Whoever called twice
//! wants to know of both. What happens to an error when there is one already?

use futures::future::join_all;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    for result in join_all(calls).await {
        match result {
            Ok(value) => values.push(value),
            Err(error) if errors.is_empty() => errors.push(error),
            Err(_) => {}
        }
    }
    (values, errors)
}
