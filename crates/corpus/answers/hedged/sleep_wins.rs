//! wrong: the_first_may_still_win
//! says: the results ["second"]
//! says: Something was dropped before its end
//!
//! When the sleep wins, the first call is the loser of that race.

use std::time::Duration;

use tokio::time::sleep;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    tokio::select! {
        answer = first => answer,
        _ = sleep(patience) => second.await,
    }
}
