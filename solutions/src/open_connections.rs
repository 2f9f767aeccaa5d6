//! A counter of open connections that is right however they end.

// begin solution
use std::sync::atomic::Ordering;
// end solution
use std::sync::{Arc, atomic::AtomicUsize};

// begin solution
struct Open(Arc<AtomicUsize>);

impl Open {
    fn new(open: Arc<AtomicUsize>) -> Self {
        open.fetch_add(1, Ordering::SeqCst);
        Self(open)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

// end solution
/// Does `work`, and counts it in `open` for as long as it lasts. Connections
/// are served by several threads.
pub async fn counted<T>(
    open: Arc<AtomicUsize>,
    work: impl Future<Output = T>,
) -> T {
    // begin solution
    //~ // TODO: one more in `open` while `work` lasts, whatever ends it.
    //~ drop(work);
    //~ todo!("{open:?}")
    let _open = Open::new(open);
    work.await
    // end solution
}
