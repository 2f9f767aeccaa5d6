//! wrong: values_are_kept_when_one_fails
//! says: the results [1]
//! says: Some results were lost
//!
//! The loop over the results leaves at the first error, as an exception would:
//! the value of call 1 is kept, and that of call 3 never looked at. In the
//! timeline call 3 has ended well at 100 ms. What should the loop do with an
//! error, so that it can go on?

use futures::future::join_all;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut values = Vec::new();
    for result in join_all(calls).await {
        match result {
            Ok(value) => values.push(value),
            Err(error) => return (values, vec![error]),
        }
    }
    (values, Vec::new())
}
