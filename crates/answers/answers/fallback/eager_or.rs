//! wrong: the_backup_does_not_run_when_the_primary_has_an_answer
//! says: `backup` ran too
//!
//! Both futures are awaited before their answers are compared: the arguments of
//! a method call are evaluated before the method is entered. In the timeline
//! the backup begins at 100 ms, though the primary has answered by then. Where
//! must the decision stand, so that this second wait is not reached?

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    primary.await.or(backup.await)
}
