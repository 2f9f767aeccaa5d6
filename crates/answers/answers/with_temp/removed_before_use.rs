//! wrong: the_body_has_the_file
//! says: it gave [false, false]
//!
//! The file is removed first, so that it cannot be forgotten. The body finds
//! nothing.

use lab::Scratch;
use tokio_util::task::TaskTracker;

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let file = scratch.create().await;
    let owned = scratch.clone();
    let _ = closing.spawn(async move { owned.remove(file).await }).await;
    body(file).await
}
