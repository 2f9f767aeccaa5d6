//! wrong: what_the_primary_finds_is_the_answer
//! says: dropped at 60 ms
//! says: A future that is dropped is cancelled
//!
//! The primary gets a limited time and is dropped when that is over: in the
//! timeline at 60 ms, and its answer would have come at 100 ms. Then the backup
//! is asked, and its answer is the wrong one. A slow primary has not said no:
//! what does say no here?

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
