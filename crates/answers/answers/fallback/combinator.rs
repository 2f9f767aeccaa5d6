//! right
//!
//! `then` of the crate futures, with the backup moved into the closure.

use futures::FutureExt;

pub async fn first_found<T>(
    primary: impl Future<Output = Option<T>>,
    backup: impl Future<Output = Option<T>>,
) -> Option<T> {
    primary
        .then(|found| async move {
            match found {
                Some(found) => Some(found),
                None => backup.await,
            }
        })
        .await
}
