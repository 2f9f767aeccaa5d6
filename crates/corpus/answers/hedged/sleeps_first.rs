//! wrong: a_quick_first_is_not_hedged
//! says: `second` ran too
//!
//! Waits before anybody is asked, and then asks both.

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
