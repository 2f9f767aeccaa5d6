//! wrong: forty_calls_are_not_too_many
//! says: it gave Ok("slow")
//!
//! Three calls run at a time, and the others wait for a place. The quickest of
//! all is the last in the list and has not begun when another one answers.

use futures::stream::{self, StreamExt};

pub async fn first_ok<F, T, E>(calls: Vec<F>) -> Result<T, Vec<E>>
where
    F: Future<Output = Result<T, E>>,
{
    let mut results = stream::iter(calls).buffer_unordered(3);
    let mut errors = Vec::new();
    while let Some(result) = results.next().await {
        match result {
            Ok(value) => return Ok(value),
            Err(error) => errors.push(error),
        }
    }
    Err(errors)
}
