//! wrong: all_who_wait_pass
//! says: the last one passes at 105 ms
//! says: from time to time
//!
//! Looks from time to time.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use lab::ms;
use tokio::time::sleep;

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
            sleep(ms(10)).await;
        }
    }
}
