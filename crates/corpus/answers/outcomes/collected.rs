//! wrong: values_are_kept_when_one_fails
//! says: the results []
//! says: Some results were lost
//!
//! `collect` into a `Result` stops at the first error.

use futures::future::join_all;

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let results = join_all(calls).await;
    match results.into_iter().collect::<Result<Vec<T>, E>>() {
        Ok(values) => (values, Vec::new()),
        Err(error) => (Vec::new(), vec![error]),
    }
}
