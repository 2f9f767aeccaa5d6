//! wrong: an_aborted_one_counts_no_more
//! says: it says 2
//! says: nothing to catch
//!
//! The timeline shows page 1 dropped at 50 ms, and nothing counted it down.
//! Perhaps you looked for an exception to catch: an abort raises none, it drops
//! the future where it stands. What is left that runs then?

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
