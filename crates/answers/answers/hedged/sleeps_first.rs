//! wrong: a_quick_first_is_not_hedged
//! says: `second` ran too
//!
//! Nothing happens for 100 ms, and then both begin together, as the timeline
//! shows. The patience is for the first call: it has to be under way while the
//! time runs. Which of the two waits for the sleep?

use std::time::Duration;

use tokio::time::sleep;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    sleep(patience).await;
    tokio::select! {
        answer = first => answer,
        answer = second => answer,
    }
}
