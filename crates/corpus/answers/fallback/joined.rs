//! wrong: the_backup_does_not_run_when_the_primary_has_an_answer
//! says: `backup` ran too
//! says: should not have been begun
//!
//! Asks both at once and throws one answer away, as `gather` would.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    let (first, second) = tokio::join!(primary, backup);
    first.or(second)
}
