//! wrong: the_first_error_stops_the_others
//! says: it ran to its end, at 50 ms
//!
//! The flight fails at 20 ms, and the hotel goes on to its end at 50 ms, as the
//! timeline shows. Perhaps all are waited for before anybody looks: to a join,
//! an `Err` is a value like any other. Who has to hear of the error at the
//! moment it comes?

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
    let mut results = group.join_all().await;
    results.sort_by_key(|(index, _)| *index);
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    for (_, result) in results {
        match result {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(values)
    } else {
        Err(errors)
    }
}
