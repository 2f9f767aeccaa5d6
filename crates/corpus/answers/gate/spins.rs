//! hangs: all_who_wait_pass
//! says: the virtual clock does not move on
//!
//! Yields, and lets no time pass.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use tokio::task::yield_now;

#[derive(Default)]
pub struct Gate {
    open: AtomicBool,
}

impl Gate {
    pub fn open(&self) {
        self.open.store(true, SeqCst);
    }

    pub async fn pass(&self) {
        while !self.open.load(SeqCst) {
            yield_now().await;
        }
    }
}
