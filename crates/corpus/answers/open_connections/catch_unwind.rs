//! wrong: an_aborted_one_counts_no_more
//! says: it says 2
//! says: nothing to catch
//!
//! Catches panics, as `except BaseException` catches cancellation.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use futures::FutureExt;

pub async fn counted<T>(
    open: Arc<AtomicUsize>,
    work: impl Future<Output = T>,
) -> T {
    open.fetch_add(1, SeqCst);
    let result = AssertUnwindSafe(work).catch_unwind().await;
    open.fetch_sub(1, SeqCst);
    result.unwrap_or_else(|panic| resume_unwind(panic))
}
