//! wrong: what_the_primary_finds_is_the_answer
//! says: dropped at 60 ms
//! says: A future that is dropped is cancelled
//!
//! Gives up on a slow primary.

use std::time::Duration;

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    let patience = Duration::from_millis(60);
    match tokio::time::timeout(patience, primary).await {
        Ok(Some(found)) => Some(found),
        _ => backup.await,
    }
}
