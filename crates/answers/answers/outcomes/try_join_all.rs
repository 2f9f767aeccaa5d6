//! wrong: values_are_kept_when_one_fails
//! says: the results []
//! says: A future that is dropped is cancelled
//!
//! The first error ends the wait: the timeline shows call 3 dropped at 100 ms,
//! when call 2 has failed, and the value of call 1 is thrown away. That is
//! `gather` as it is by default, and here all outcomes are wanted. What would a
//! wait look like that does not care how each of them ends?

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
