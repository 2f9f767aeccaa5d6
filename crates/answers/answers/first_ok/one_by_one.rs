//! wrong: all_of_them_begin_at_once
//! says: never more than 1 at the same time
//!
//! 10 ms after the call one of the three is under way: the next one is asked
//! when the one before has failed. That is a row of attempts, and it takes the
//! sum of their times. A race needs all of them at the start.

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
