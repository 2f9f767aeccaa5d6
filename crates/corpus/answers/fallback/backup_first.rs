//! wrong: what_the_primary_finds_is_the_answer
//! says: the results [Some("red")]
//! says: the results [Some("blue")]
//!
//! Takes the wrong one first.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    match backup.await {
        Some(found) => Some(found),
        None => primary.await,
    }
}
