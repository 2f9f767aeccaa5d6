//! wrong: a_connection_counts_while_it_lasts
//! says: it says 0
//! says: before the work begins
//!
//! At 50 ms both pages are being fetched, and the counter says 0. Perhaps the
//! counting up comes after the `.await`, where a `finally` would stand: it
//! counts connections that are over. When does a connection begin to count?

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
    let result = work.await;
    let _open = Open::new(open);
    result
}
