//! wrong: a_body_that_is_cut_off_leaves_no_file
//! says: these files are left: [1]
//!
//! The guard is made when the body has ended. A body that is cut off never
//! comes so far.

use lab::Scratch;
use tokio_util::task::TaskTracker;

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let file = scratch.create().await;
    let value = body(file).await;
    let (scratch, closing) = (scratch.clone(), closing.clone());
    let removal = closing.spawn(async move { scratch.remove(file).await });
    let _ = removal.await;
    value
}
