//! wrong: the_backup_does_not_run_when_the_primary_has_an_answer
//! says: `backup` ran too
//! says: should not have been begun
//!
//! Both are asked at the same time, as `gather` does it, and one of the answers
//! is thrown away. In the timeline the backup begins at 0 ms, beside the
//! primary. A future costs nothing as long as nobody polls it: when do you know
//! that you need the second?

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    let (first, second) = tokio::join!(primary, backup);
    first.or(second)
}
