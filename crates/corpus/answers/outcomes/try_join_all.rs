//! wrong: values_are_kept_when_one_fails
//! says: the results []
//! says: A future that is dropped is cancelled
//!
//! All or nothing: the first error throws the values away.

use futures::future::try_join_all;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    match try_join_all(calls).await {
        Ok(values) => (values, Vec::new()),
        Err(error) => (Vec::new(), vec![error]),
    }
}
