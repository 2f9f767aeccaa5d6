//! wrong: an_aborted_one_counts_no_more
//! says: it says 2
//! says: No line after its `.await` ran
//!
//! The way of a `try` without its `finally`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub async fn counted<T>(
    open: Arc<AtomicUsize>,
    work: impl Future<Output = T>,
) -> T {
    open.fetch_add(1, SeqCst);
    let result = work.await;
    open.fetch_sub(1, SeqCst);
    result
}
