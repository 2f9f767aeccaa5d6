//! right
//!
//! A `watch` channel that closes.

use lab::Scratch;
use tokio::sync::watch;
use tokio_util::task::TaskTracker;

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let file = scratch.create().await;
    let (in_use, mut over) = watch::channel(());
    let scratch = scratch.clone();
    let removal = closing.spawn(async move {
        while over.changed().await.is_ok() {}
        scratch.remove(file).await;
    });
    let value = body(file).await;
    drop(in_use);
    let _ = removal.await;
    value
}
