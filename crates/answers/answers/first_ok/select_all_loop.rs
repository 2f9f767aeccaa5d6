//! right
//!
//! Races the rest again and again.

use futures::future::{FutureExt, select_all};

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut rest: Vec<_> = calls.into_iter().map(|call| call.boxed()).collect();
    let mut errors = Vec::new();
    while !rest.is_empty() {
        let (result, _, others) = select_all(rest).await;
        match result {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
        rest = others;
    }
    Err(errors)
}
