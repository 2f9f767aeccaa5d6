//! right
//!
//! Tasks, and an abort for the loser.

use std::time::Duration;

use tokio::time::sleep;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let mut first = tokio::spawn(first);
    let mut later = tokio::spawn(async move {
        sleep(patience).await;
        second.await
    });
    let answer = tokio::select! {
        answer = &mut first => answer,
        answer = &mut later => answer,
    };
    first.abort();
    later.abort();
    answer.expect("no panic")
}
