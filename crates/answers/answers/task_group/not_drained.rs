//! wrong: nobody_is_left_when_it_returns
//! says: it gave 1
//! says: is a request
//!
//! When the function returns, at 20 ms, the hotel's future still exists.
//! Perhaps the others were aborted, and nobody waited for that: an abort asks,
//! and the runtime drops the task when it comes to it. How can the function
//! know that nobody is left?

use tokio::task::JoinSet;

pub async fn task_group<F, T, E>(calls: Vec<F>) -> Result<Vec<T>, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut group = JoinSet::new();
    for (index, call) in calls.into_iter().enumerate() {
        group.spawn(async move { (index, call.await) });
    }
    let mut values = Vec::new();
    while let Some(ended) = group.join_next().await {
        match ended.expect("a call panicked") {
            (index, Ok(value)) => values.push((index, value)),
            (_, Err(error)) => {
                group.abort_all();
                return Err(vec![error]);
            }
        }
    }
    values.sort_by_key(|(index, _): &(usize, T)| *index);
    Ok(values.into_iter().map(|(_, value)| value).collect())
}
