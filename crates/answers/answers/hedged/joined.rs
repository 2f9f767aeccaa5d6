//! wrong: a_quick_first_is_not_hedged
//! says: `second` ran too
//!
//! The first answers at 50 ms, and the function still waits: in the timeline
//! the second begins at 100 ms and ends at 200. A join waits for all its parts,
//! and here one answer is enough. What drops the other part when one is ready?

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
