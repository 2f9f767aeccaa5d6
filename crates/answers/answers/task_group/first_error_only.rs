//! wrong: both_errors_of_one_instant_come_out
//! says: it gave Err(["bad flight failed"])
//! says: what happens to the set after the first
//!
//! The first error stops the others and is returned at once. In the timeline
//! two calls have failed at 20 ms: the second had its error ready, and it was
//! thrown away with the set. What may still lie in there after the first error?

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
                group.shutdown().await;
                return Err(vec![error]);
            }
        }
    }
    values.sort_by_key(|(index, _): &(usize, T)| *index);
    Ok(values.into_iter().map(|(_, value)| value).collect())
}
