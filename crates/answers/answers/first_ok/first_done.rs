//! wrong: an_error_does_not_win
//! says: it gave Err(["a"])
//! says: What comes first need not be good
//!
//! The race ends at 100 ms with the first result, and that is an error of a.
//! The timeline shows b dropped at that moment, and it would have worked at 200
//! ms. Perhaps the race takes whatever is ready: what has to happen with an
//! error, so that the wait goes on?

use futures::future::{FutureExt, select_all};

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let calls = calls.into_iter().map(|call| call.boxed());
    let (first, _, _) = select_all(calls).await;
    first.map_err(|error| vec![error])
}
