//! wrong: nothing_is_removed_that_was_not_made
//! says: removed: 1
//!
//! The task makes the file, too, and goes on when `with_temp` is dropped. So it
//! makes a file that nobody has asked for any more.

use lab::Scratch;
use tokio::sync::oneshot;
use tokio_util::task::TaskTracker;

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let (in_use, over) = oneshot::channel::<()>();
    let (tell, made) = oneshot::channel();
    let scratch = scratch.clone();
    let removal = closing.spawn(async move {
        let file = scratch.create().await;
        let _ = tell.send(file);
        let _ = over.await;
        scratch.remove(file).await;
    });
    let file = made.await.expect("it was made");
    let value = body(file).await;
    drop(in_use);
    let _ = removal.await;
    value
}
