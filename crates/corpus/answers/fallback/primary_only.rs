//! wrong: the_backup_is_asked_when_the_primary_has_nothing
//! says: the results [Some("blue")]
//! says: the results [None]
//!
//! Never awaits the backup.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    drop(backup);
    primary.await
}
