//! wrong: a_panic_goes_on_when_nobody_is_left
//! says: This is a second panic, which tells of the first
//!
//! The panic at 20 ms reaches you as an error of its task, and somebody insists
//! on a value there. That is a new panic with a text about the first one, and
//! it leaves at once. The `JoinError` holds the first panic itself: what can be
//! done with it, and when?

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
        if ended.as_ref().is_err_and(|end| end.is_cancelled()) {
            continue;
        }
        match ended.expect("a call panicked") {
            (index, Ok(value)) => values.push((index, value)),
            (_, Err(error)) => {
                errors.push(error);
                group.abort_all();
            }
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    values.sort_by_key(|(index, _): &(usize, T)| *index);
    Ok(values.into_iter().map(|(_, value)| value).collect())
}
