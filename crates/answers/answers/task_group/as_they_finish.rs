//! wrong: the_values_keep_the_order_of_the_calls
//! says: the results ["b", "c", "a"]
//! says: the order in which they finished
//!
//! The values stand in the order in which the tasks ended: b at 100 ms, c at
//! 200, a at 300. All of them are there, and nobody was stopped. What would
//! each task have to bring along, so that its value finds its place?

use std::panic::resume_unwind;

use tokio::task::JoinSet;

pub async fn task_group<F, T, E>(calls: Vec<F>) -> Result<Vec<T>, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut group: JoinSet<_> = calls.into_iter().collect();
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(value)) => values.push(value),
            Ok(Err(error)) => {
                errors.push(error);
                group.abort_all();
            }
            Err(end) if end.is_panic() => resume_unwind(end.into_panic()),
            Err(_) => {}
        }
    }
    if errors.is_empty() {
        Ok(values)
    } else {
        Err(errors)
    }
}
