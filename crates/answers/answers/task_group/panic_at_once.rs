//! wrong: a_panic_goes_on_when_nobody_is_left
//! says: it gave 1
//! says: Keep it until the set is empty
//!
//! The right panic goes on, but too soon: it leaves the function at 20 ms, and
//! in the timeline the hotel is not gone by then. A panic is a way to return
//! like any other. What has to be done before every return?

use std::panic::resume_unwind;

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
            Err(end) if end.is_panic() => resume_unwind(end.into_panic()),
            Err(_) => {}
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    values.sort_by_key(|(index, _): &(usize, T)| *index);
    Ok(values.into_iter().map(|(_, value)| value).collect())
}
