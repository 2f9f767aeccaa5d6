//! wrong: the_loser_is_cancelled
//! says: it ran to its end, at 1000 ms
//! says: A task runs on when its handle is dropped
//!
//! The second wins at 200 ms, and the first goes on to its end at 1000 ms, as
//! the timeline shows. Perhaps it became a task, so that it would survive the
//! end of the patience. It survives the end of the race as well: who stops it
//! when it has lost?

use std::time::Duration;

use tokio::time::timeout;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let mut first = tokio::spawn(first);
    match timeout(patience, &mut first).await {
        Ok(answer) => answer.unwrap(),
        Err(_) => tokio::select! {
            answer = first => answer.unwrap(),
            answer = second => answer,
        },
    }
}
