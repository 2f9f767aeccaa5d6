//! `asyncio.TaskGroup`: all of them, or all errors and nobody left.

/// The values in the order of the calls, or every error there was.
pub async fn task_group<F, T, E>(calls: Vec<F>) -> Result<Vec<T>, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    // TODO: at the first error stop the others, and wait until they are gone.
    todo!("{} calls", calls.len())
}
