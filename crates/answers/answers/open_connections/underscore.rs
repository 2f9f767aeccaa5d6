//! wrong: a_connection_counts_while_it_lasts
//! says: it says 0
//! says: bound to `_`
//!
//! At 50 ms both pages are being fetched, and the counter says 0. Perhaps it
//! was counted up and down again before the work began: a value that is bound
//! to `_` is dropped in the same statement. How long does what counts have to
//! live?

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
