//! right
//!
//! Tasks in a set.

use tokio::task::JoinSet;

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut set: JoinSet<Result<T, E>> = calls.into_iter().collect();
    let mut errors = Vec::new();
    while let Some(result) = set.join_next().await {
        match result.expect("no panic") {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
