//! wrong: one_that_has_ended_counts_no_more
//! says: it says 1
//! says: counted down exactly once
//!
//! The count goes up, the work ends at 100 ms, and the count never goes down.
//! Perhaps nothing subtracts; or it is the drop of a value that you forget, and
//! what is forgotten is never dropped. Who should end the life of what counts
//! here?

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
    let guard = Open::new(open);
    let result = work.await;
    std::mem::forget(guard);
    result
}
