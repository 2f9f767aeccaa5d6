//! wrong: the_backup_is_asked_when_the_primary_has_nothing
//! says: `backup` never ran
//! says: Until somebody awaits it
//!
//! Never awaits the backup.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    drop(backup);
    primary.await
}
