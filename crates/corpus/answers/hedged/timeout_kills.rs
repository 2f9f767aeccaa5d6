//! wrong: the_first_may_still_win
//! says: the results ["second"]
//! says: A future that is dropped is cancelled
//!
//! `timeout` gives up the first call when the patience is over.

use std::time::Duration;

use tokio::time::timeout;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    match timeout(patience, first).await {
        Ok(answer) => answer,
        Err(_) => second.await,
    }
}
