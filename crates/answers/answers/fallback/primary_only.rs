//! wrong: the_backup_is_asked_when_the_primary_has_nothing
//! says: `backup` never ran
//! says: Until somebody awaits it
//!
//! The backup was passed in and is never awaited, so nothing in it happens. The
//! timeline ends at 100 ms with the primary, which has found nothing. For which
//! of its two answers is there more to do?

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    drop(backup);
    primary.await
}
