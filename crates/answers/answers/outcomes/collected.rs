//! wrong: values_are_kept_when_one_fails
//! says: the results []
//! says: Some results were lost
//!
//! All three calls run to their ends at 100 ms, and then one error takes the
//! place of the values. Perhaps the results are collected into a `Result`: that
//! stops at the first `Err` and drops what it has gathered. The values are
//! there before that line: what becomes of them in it?

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
