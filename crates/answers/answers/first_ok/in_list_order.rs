//! wrong: nobody_waits_for_the_slow_ones
//! says: it ran to its end, at 300 ms
//!
//! a is still at work when c has its answer, at 100 ms: in the timeline it goes
//! on to 300. Perhaps the tasks are awaited in the order of the list, so the
//! first of them has to end before anybody else is heard. Who hears of the
//! first end, whoever it is?

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let tasks: Vec<_> = calls.into_iter().map(tokio::spawn).collect();
    let mut errors = Vec::new();
    for task in tasks {
        match task.await.unwrap() {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
