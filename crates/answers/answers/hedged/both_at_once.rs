//! wrong: a_quick_first_is_not_hedged
//! says: `second` ran too
//! says: should not have been begun
//!
//! Both begin at 0 ms, as the timeline shows, and the first answers at 50 ms,
//! well within the patience. The second was bothered for nothing, and dropped.
//! What has to pass before it is polled for the first time?

use std::time::Duration;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let _ = patience;
    tokio::select! {
        answer = first => answer,
        answer = second => answer,
    }
}
