//! wrong: the_first_may_still_win
//! says: it ran to its end, at 1100 ms
//!
//! The first wins at 150 ms, and the second goes on to its end at 1100 ms, as
//! the timeline shows. Perhaps the two are tasks, and the race was between
//! their handles. Whoever loses a race is dropped; what does it mean for a task
//! that its handle is dropped?

use std::time::Duration;

use tokio::time::sleep;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let first = tokio::spawn(first);
    let later = tokio::spawn(async move {
        sleep(patience).await;
        second.await
    });
    tokio::select! {
        answer = first => answer.unwrap(),
        answer = later => answer.unwrap(),
    }
}
