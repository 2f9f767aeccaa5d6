//! wrong: an_aborted_one_counts_no_more
//! says: it says 2
//! says: No line after its `.await` ran
//!
//! The timeline shows page 1 dropped at 50 ms, and the counter still says 2.
//! Counting down stands in a line after the `.await`, and that line ran for
//! nobody who was aborted. Which code runs when a future is dropped in the
//! middle?

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
