//! right
//!
//! A guard for any cleanup.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

struct Defer<F: FnMut()>(F);

impl<F: FnMut()> Drop for Defer<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

pub async fn counted<T>(
    open: Arc<AtomicUsize>,
    work: impl Future<Output = T>,
) -> T {
    open.fetch_add(1, SeqCst);
    let _defer = Defer(|| {
        open.fetch_sub(1, SeqCst);
    });
    work.await
}
