//! wrong: a_body_that_is_cut_off_leaves_no_file
//! says: these files are left: [1]
//!
//! The removal stands after the body. When the future is dropped in the body,
//! that line never runs, and the file stays for ever.

use lab::Scratch;
use tokio_util::task::TaskTracker;

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let _ = closing;
    let file = scratch.create().await;
    let value = body(file).await;
    scratch.remove(file).await;
    value
}
