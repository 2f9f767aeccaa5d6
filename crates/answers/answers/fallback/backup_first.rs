//! wrong: what_the_primary_finds_is_the_answer
//! says: the results [Some("blue")]
//!
//! The backup is awaited first, and what it finds is returned. The timeline has
//! the backup from 0 to 50 ms, and no primary: nobody has asked it. Which of
//! the two may give the answer without the other?

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    match backup.await {
        Some(found) => Some(found),
        None => primary.await,
    }
}
