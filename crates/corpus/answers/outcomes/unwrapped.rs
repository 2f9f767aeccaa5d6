//! wrong: values_are_kept_when_one_fails
//! says: an error came out
//!
//! `unwrap` in disguise: the first error is a panic.

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
            Err(_) => panic!("an error came out"),
        }
    }
    (values, Vec::new())
}
