//! wrong: what_the_primary_finds_is_the_answer
//! says: the results [Some("blue")]
//! says: dropped at 50 ms
//! says: A future that is dropped is cancelled
//!
//! The quicker one wins: that is another question.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    tokio::select! {
        found = primary => found,
        found = backup => found,
    }
}
