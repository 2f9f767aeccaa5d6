//! wrong: the_first_may_still_win
//! says: the results ["second"]
//! says: Something was dropped before its end
//!
//! The first is dropped at 100 ms, when the patience is over, and it would have
//! answered at 150. Perhaps it ran against a sleep: then the sleep is the
//! winner, and the loser of a race is dropped. Against whom should the first
//! run, and for how long?

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
