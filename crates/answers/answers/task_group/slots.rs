//! right
//!
//! Slots instead of a sort.

use std::panic::resume_unwind;

use tokio::task::JoinSet;

pub async fn task_group<F, T, E>(calls: Vec<F>) -> Result<Vec<T>, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut slots: Vec<_> = calls.iter().map(|_| None).collect();
    let mut group = JoinSet::new();
    for (index, call) in calls.into_iter().enumerate() {
        group.spawn(async move { (index, call.await) });
    }
    let (mut errors, mut panicked) = (Vec::new(), None);
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok((index, Ok(value))) => slots[index] = Some(value),
            Ok((_, Err(error))) => {
                errors.push(error);
                group.abort_all();
            }
            Err(end) if end.is_panic() => {
                panicked = Some(end.into_panic());
                group.abort_all();
            }
            Err(_) => {}
        }
    }
    if let Some(panic) = panicked {
        resume_unwind(panic);
    }
    match errors.is_empty() {
        true => Ok(slots.into_iter().flatten().collect()),
        false => Err(errors),
    }
}
