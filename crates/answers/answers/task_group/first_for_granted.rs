//! wrong: no_calls_are_all_well
//! says: it gave Err([])
//!
//! A group without values is taken for a group that failed. With no calls
//! there are no values, and no errors either.

use std::panic::resume_unwind;

use tokio::task::JoinSet;

/// The values in the order of the calls, or every error there was.
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
    let mut panicked = None;
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok((index, Ok(value))) => {
                values.push((index, value));
                continue;
            }
            Ok((_, Err(error))) => errors.push(error),
            Err(end) if end.is_panic() => panicked = Some(end.into_panic()),
            Err(_) => continue, // Aborted, by the line below.
        }
        group.abort_all();
    }
    if let Some(panic) = panicked {
        resume_unwind(panic);
    }
    if values.is_empty() || !errors.is_empty() {
        return Err(errors);
    }
    values.sort_by_key(|(index, _)| *index);
    Ok(values.into_iter().map(|(_, value)| value).collect())
}
