//! A temporary file that is removed also when nobody waits any more.

use lab::Scratch;
// begin solution
use tokio::sync::oneshot;
// end solution
use tokio_util::task::TaskTracker;

/// Makes a file, lends its number to `body`, removes the file, and gives what
/// `body` gave. The program waits for `closing` before it ends.
pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    // begin solution
    //~ // TODO: the file is removed however `body` ends, and also when this
    //~ // future is dropped.
    //~ let _ = body;
    //~ todo!("a file in {scratch:?}, {} tasks", closing.len())
    let file = scratch.create().await;
    let (in_use, over) = oneshot::channel::<()>();
    let removal = closing.spawn({
        let scratch = scratch.clone();
        async move {
            // Nobody sends: it ends when the sender is dropped.
            let _ = over.await;
            scratch.remove(file).await;
        }
    });
    let value = body(file).await;
    drop(in_use);
    let _ = removal.await;
    value
    // end solution
}
