//! wrong: a_slow_primary_is_waited_for
//! says: Some("blue")
//! says: dropped before its end
//!
//! The primary is dropped when a limit is over, and the backup is asked
//! although the primary had an answer to give. Who asked for a limit?

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    match tokio::time::timeout(std::time::Duration::from_secs(1), primary)
        .await
        .ok()
        .flatten()
    {
        Some(found) => Some(found),
        // Not awaited, the backup never begins.
        None => backup.await,
    }
}
