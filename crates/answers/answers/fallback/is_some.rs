//! right
//!
//! Looks before it goes on.

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    let found = primary.await;
    if found.is_some() { found } else { backup.await }
}
