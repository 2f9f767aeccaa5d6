//! wrong: they_run_at_the_same_time
//! says: it took 620 ms
//! says: one after another
//!
//! The calls are awaited one after another: the timeline takes 620 ms, the sum
//! of all four. Nothing is lost this way, and nothing is gained. What waits for
//! a whole list at the same time?

pub async fn outcomes<F, T, E>(calls: Vec<F>) -> (Vec<T>, Vec<E>)
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    for call in calls {
        match call.await {
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    (values, errors)
}
