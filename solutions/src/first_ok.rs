//! The first of a list that works.

// begin solution
use futures::stream::{FuturesUnordered, StreamExt};

// end solution
/// Runs all calls at the same time. Returns the first `Ok` and cancels the
/// rest; or, if all fail, their errors in the order in which they came.
///
/// The bounds let you spawn tasks; you need not.
pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    // begin solution
    //~ // TODO: race them, and pass over the errors until none is left.
    //~ todo!("{} calls", calls.len())
    let mut calls: FuturesUnordered<F> = calls.into_iter().collect();
    let mut errors = Vec::new();
    while let Some(result) = calls.next().await {
        match result {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
    // end solution
}
