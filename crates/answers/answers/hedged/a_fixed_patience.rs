//! wrong: who_has_more_patience_asks_later
//! says: 1 at 100 ms
//! says: began: 1 at 0 ms, 1 at 100 ms
//!
//! The second is asked at 100 ms, and 300 ms of patience were given. Perhaps a
//! number from the other checks stands in the code. The caller says how long to
//! wait, each time anew.

use std::time::Duration;

use tokio::time::sleep;

pub async fn hedged<A, B, T>(first: A, second: B, patience: Duration) -> T
where
    A: Future<Output = T> + Send + 'static,
    B: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let _ = patience;
    let later = async {
        sleep(Duration::from_millis(100)).await;
        second.await
    };
    tokio::select! {
        answer = first => answer,
        answer = later => answer,
    }
}
