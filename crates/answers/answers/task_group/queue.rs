//! wrong: the_first_error_stops_the_others
//! says: it ran to its end, at 50 ms
//!
//! The flight fails at 20 ms, and the hotel runs to its end at 50 ms, as the
//! timeline shows. Perhaps the ends are asked for in the order of the calls:
//! then the error of the second stands in line behind a slow first. Who gives
//! you the ends as they come?

use tokio_util::task::JoinQueue;

pub async fn task_group<F, T, E>(calls: Vec<F>) -> Result<Vec<T>, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut group: JoinQueue<_> = calls.into_iter().collect();
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    while let Some(ended) = group.join_next().await {
        match ended {
            Ok(Ok(value)) => values.push(value),
            Ok(Err(error)) => {
                errors.push(error);
                group.abort_all();
            }
            Err(_) => {}
        }
    }
    if errors.is_empty() {
        Ok(values)
    } else {
        Err(errors)
    }
}
