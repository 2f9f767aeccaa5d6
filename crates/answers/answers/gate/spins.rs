//! hangs: all_who_wait_pass
//! says: the virtual clock does not move on
//!
//! The workers ask again and again whether the gate is open, and only yield in
//! between. Time passes only while everybody waits, so 105 ms never come. What
//! can a worker await until the gate is open?

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
