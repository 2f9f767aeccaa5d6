//! wrong: one_that_has_ended_counts_no_more
//! says: below 0
//! says: exactly once
//!
//! Counts down by hand, and the guard does it once more.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

struct Open(Arc<AtomicUsize>);

impl Open {
    fn new(open: Arc<AtomicUsize>) -> Self {
        open.fetch_add(1, SeqCst);
        Self(open)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.fetch_sub(1, SeqCst);
    }
}

pub async fn counted<T>(
    open: Arc<AtomicUsize>,
    work: impl Future<Output = T>,
) -> T {
    let _open = Open::new(open.clone());
    let result = work.await;
    open.fetch_sub(1, SeqCst);
    result
}
