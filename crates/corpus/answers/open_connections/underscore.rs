//! wrong: a_connection_counts_while_it_lasts
//! says: it says 0
//! says: bound to `_`
//!
//! The guard is dropped before the work begins.

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
    let _ = Open::new(open);
    work.await
}
