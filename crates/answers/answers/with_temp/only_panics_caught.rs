//! wrong: a_body_that_is_cut_off_leaves_no_file
//! says: these files are left: [1]
//!
//! A panic is caught, and then the file is removed. A drop is no panic, and
//! nothing can catch it.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures::FutureExt;
use lab::Scratch;
use tokio_util::task::TaskTracker;

pub async fn with_temp<T>(
    scratch: &Scratch,
    closing: &TaskTracker,
    body: impl AsyncFnOnce(u32) -> T,
) -> T {
    let _ = closing;
    let file = scratch.create().await;
    let value = AssertUnwindSafe(body(file)).catch_unwind().await;
    scratch.remove(file).await;
    match value {
        Ok(value) => value,
        Err(panic) => resume_unwind(panic),
    }
}
