//! wrong: a_quick_first_is_not_hedged
//! says: `second` ran too
//! says: should not have been begun
//!
//! A plain race: the second begins at once.

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
