//! wrong: nobody_is_left_when_it_returns
//! says: it gave 1
//! says: somebody has to wait until the set is empty
//!
//! When the function returns, at 20 ms, the hotel's future still exists.
//! Perhaps a `?` leaves the loop: that drops the set, and a dropped set aborts
//! its tasks but waits for none. Which line waits until the set is empty?

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
        let (index, result) = ended.expect("a call panicked");
        values.push((index, result.map_err(|error| vec![error])?));
    }
    values.sort_by_key(|(index, _): &(usize, T)| *index);
    Ok(values.into_iter().map(|(_, value)| value).collect())
}
