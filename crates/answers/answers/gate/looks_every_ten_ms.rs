//! wrong: all_who_wait_pass
//! says: somebody passed later
//! says: from time to time
//!
//! The gate opens at 105 ms, and the timeline shows the workers passing at 110
//! ms: they look every 10 ms. A shorter pause would make them a little less
//! late and much more busy. What could wake them in the moment of the opening?

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
