//! wrong: what_the_primary_finds_is_the_answer
//! says: the results [Some("blue")]
//! says: dropped at 50 ms
//! says: A future that is dropped is cancelled
//!
//! The two run side by side, and the quicker one wins: the backup, at 50 ms.
//! The timeline shows the primary dropped at that moment, 50 ms before its
//! answer. Speed is not the question here: the primary counts, however late, as
//! long as it finds something.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    tokio::select! {
        found = primary => found,
        found = backup => found,
    }
}
