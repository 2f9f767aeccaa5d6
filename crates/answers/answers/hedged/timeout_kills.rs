//! wrong: the_first_may_still_win
//! says: the results ["second"]
//! says: A future that is dropped is cancelled
//!
//! When the patience is over, at 100 ms, the first is dropped in the timeline,
//! and it would have answered at 150. Perhaps it was given to a `timeout`: that
//! owns its future and drops it when it gives up. The first is to be kept and
//! to have company: who must hold it?

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
