//! wrong: nobody_waits_for_the_slow_ones
//! says: it ran to its end, at 300 ms
//! says: Or somebody did wait for it
//!
//! Everybody is waited for, and then the results are looked at: the timeline
//! ends at 300 ms with a, though c has answered at 100. The right `Ok` is the
//! first in time. What gives the results one at a time, while the others run?

use futures::future::join_all;

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    let mut errors = Vec::new();
    for result in join_all(calls).await {
        match result {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
