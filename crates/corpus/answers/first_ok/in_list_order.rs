//! wrong: nobody_waits_for_the_slow_ones
//! says: it ran to its end, at 300 ms
//!
//! Tasks, but the handles are awaited in the order of the list.

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let tasks: Vec<_> = calls.into_iter().map(tokio::spawn).collect();
    let mut errors = Vec::new();
    for task in tasks {
        match task.await.unwrap() {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
