//! right
//!
//! `shutdown`, after what has ended was taken out.

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
    let mut values = Vec::new();
    while let Some(ended) = group.join_next().await {
        let mut errors = Vec::new();
        let mut panicked = None;
        let mut next = Some(ended);
        while let Some(ended) = next {
            match ended {
                Ok((index, Ok(value))) => values.push((index, value)),
                Ok((_, Err(error))) => errors.push(error),
                Err(end) => panicked = Some(end.into_panic()),
            }
            next = group.try_join_next();
        }
        if !errors.is_empty() || panicked.is_some() {
            group.shutdown().await;
        }
        if let Some(panic) = panicked {
            resume_unwind(panic);
        }
        if !errors.is_empty() {
            return Err(errors);
        }
    }
    values.sort_by_key(|(index, _): &(usize, T)| *index);
    Ok(values.into_iter().map(|(_, value)| value).collect())
}
