//! wrong: values_are_kept_when_one_fails
//! says: the results []
//! says: a task was not waited for
//!
//! The calls become tasks, and the function looks at once which of them are
//! finished: none, at 0 ms, as none has had a turn. So both lists are empty,
//! and the tasks run on without anybody. `is_finished` asks and does not wait:
//! what waits?

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let tasks: Vec<_> = calls.into_iter().map(tokio::spawn).collect();
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    for task in tasks {
        if task.is_finished() {
            match task.await.expect("no panic") {
                Ok(value) => values.push(value),
                Err(error) => errors.push(error),
            }
        }
    }
    (values, errors)
}
