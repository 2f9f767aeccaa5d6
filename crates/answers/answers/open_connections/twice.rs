//! wrong: one_that_has_ended_counts_no_more
//! says: below 0
//! says: exactly once
//!
//! It is counted down twice: once by a line after the work, and once by the
//! value that is dropped at the end. So the counter goes below 0. Which of the
//! two also runs when the work is cut off?

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
