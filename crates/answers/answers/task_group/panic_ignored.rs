//! wrong: a_panic_goes_on_when_nobody_is_left
//! says: it gave false
//! says: nobody learns of a bug
//!
//! The panic stops the hotel at 20 ms, and then nobody speaks of it again: the
//! function returns as if all were well. A task can end with an error of its
//! handle for two reasons. One of them is your own abort, the other is a bug
//! that the caller must hear of.

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
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok((index, Ok(value))) => values.push((index, value)),
            Ok((_, Err(error))) => {
                errors.push(error);
                group.abort_all();
            }
            Err(_) => group.abort_all(),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    values.sort_by_key(|(index, _): &(usize, T)| *index);
    Ok(values.into_iter().map(|(_, value)| value).collect())
}
