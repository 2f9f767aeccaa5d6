//! wrong: a_quick_first_is_not_hedged
//! says: `second` ran too
//!
//! `join!` waits for both of them.

use std::time::Duration;

use tokio::time::sleep;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let later = async {
        sleep(patience).await;
        second.await
    };
    let (answer, _) = tokio::join!(first, later);
    answer
}
