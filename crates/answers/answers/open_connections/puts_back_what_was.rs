//! wrong: the_first_to_come_may_go_first
//! says: it says 0
//!
//! Each connection remembers what the counter said when it came, and puts that
//! back when it goes. That is right only if the last to come is the first to
//! go.

use std::sync::atomic::Ordering;
use std::sync::{Arc, atomic::AtomicUsize};

struct Open(Arc<AtomicUsize>, usize);

impl Open {
    fn new(open: Arc<AtomicUsize>) -> Self {
        let before = open.fetch_add(1, Ordering::SeqCst);
        Self(open, before)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.store(self.1, Ordering::SeqCst);
    }
}

/// Does `work`, and counts it in `open` for as long as it lasts.
pub async fn counted<T>(
    open: Arc<AtomicUsize>,
    work: impl Future<Output = T>,
) -> T {
    let _open = Open::new(open);
    work.await
}
