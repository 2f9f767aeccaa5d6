//! wrong: all_of_them_begin_at_once
//! says: never more than 1 at the same time
//!
//! A loop that awaits: the next is asked when the one before has failed.

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut errors = Vec::new();
    for call in calls {
        match call.await {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
