//! right
//!
//! A token with a drop guard.

use lab::Scratch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let file = scratch.create().await;
    let token = CancellationToken::new();
    let removal = closing.spawn({
        let (scratch, token) = (scratch.clone(), token.clone());
        async move {
            token.cancelled().await;
            scratch.remove(file).await;
        }
    });
    let in_use = token.drop_guard();
    let value = body(file).await;
    drop(in_use);
    let _ = removal.await;
    value
}
