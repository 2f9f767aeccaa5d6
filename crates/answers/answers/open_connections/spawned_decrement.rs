//! wrong: one_that_is_cut_off_counts_no_more_at_once
//! says: it says 1
//! says: put right only later
//!
//! The destructor hands the counting down to a new task. When the timeout drops
//! the work, at 50 ms, that task has not had its turn, and the counter is still
//! at 1. What is there in counting down that needs a task?

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

struct Open(Arc<AtomicUsize>);

impl Drop for Open {
    fn drop(&mut self) {
        let open = self.0.clone();
        tokio::spawn(async move { open.fetch_sub(1, SeqCst) });
    }
}

pub async fn counted<T>(
    open: Arc<AtomicUsize>,
    work: impl Future<Output = T>,
) -> T {
    open.fetch_add(1, SeqCst);
    let guard = Open(open);
    let result = work.await;
    drop(guard);
    tokio::task::yield_now().await;
    result
}
