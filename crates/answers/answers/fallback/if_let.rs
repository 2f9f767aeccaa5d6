//! right
//!
//! An early return.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    if let Some(found) = primary.await {
        return Some(found);
    }
    backup.await
}
