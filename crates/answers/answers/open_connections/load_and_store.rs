//! wrong: two_threads_may_count
//! says: thread 2: load, store
//!
//! The counter is read with `load` and written with `store`. Between the two
//! another thread counts as well, and one of the two is written over. No await
//! stands there, and on several threads none is needed.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::SeqCst},
};
struct Guard(Arc<AtomicUsize>);
impl Drop for Guard {
    fn drop(&mut self) {
        let n = self.0.load(SeqCst);
        self.0.store(n - 1, SeqCst);
    }
}
pub async fn counted<T>(
    open: Arc<AtomicUsize>,
    work: impl Future<Output = T>,
) -> T {
    let n = open.load(SeqCst);
    open.store(n + 1, SeqCst);
    let _guard = Guard(open);
    work.await
}
