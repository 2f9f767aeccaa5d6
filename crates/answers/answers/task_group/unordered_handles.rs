//! right
//!
//! Handles in a `FuturesUnordered`, and a list of those to abort.

use std::panic::resume_unwind;

use futures::{StreamExt, stream::FuturesUnordered};
use tokio_util::task::AbortOnDropHandle;

pub async fn task_group<F, T, E>(calls: Vec<F>) -> Result<Vec<T>, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut group = FuturesUnordered::new();
    let mut aborts = Vec::new();
    for (index, call) in calls.into_iter().enumerate() {
        let task = tokio::spawn(async move { (index, call.await) });
        aborts.push(task.abort_handle());
        group.push(AbortOnDropHandle::new(task));
    }
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    let mut panicked = None;
    while let Some(ended) = group.next().await {
        match ended {
            Ok((index, Ok(value))) => {
                values.push((index, value));
                continue;
            }
            Ok((_, Err(error))) => errors.push(error),
            Err(end) if end.is_panic() => panicked = Some(end.into_panic()),
            Err(_) => continue,
        }
        aborts.iter().for_each(|task| task.abort());
    }
    if let Some(panic) = panicked {
        resume_unwind(panic);
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    values.sort_by_key(|(index, _): &(usize, T)| *index);
    Ok(values.into_iter().map(|(_, value)| value).collect())
}
