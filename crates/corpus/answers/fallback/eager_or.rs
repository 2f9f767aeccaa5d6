//! wrong: the_backup_does_not_run_when_the_primary_has_an_answer
//! says: `backup` ran too
//!
//! The argument of `or` is evaluated, and awaited, before `or` is entered.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    primary.await.or(backup.await)
}
