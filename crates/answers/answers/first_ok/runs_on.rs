//! wrong: nobody_waits_for_the_slow_ones
//! says: it ran to its end, at 300 ms
//! says: A task runs on when its handle is dropped
//!
//! The answer is there at 100 ms, and in the timeline a goes on to its end at
//! 300. Perhaps the calls are tasks, and their handles were dropped: a dropped
//! handle leaves its task alone. What holds the calls so that they end with it?

use futures::stream::{FuturesUnordered, StreamExt};

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut tasks: FuturesUnordered<_> =
        calls.into_iter().map(tokio::spawn).collect();
    let mut errors = Vec::new();
    while let Some(result) = tasks.next().await {
        match result.unwrap() {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
