//! wrong: on_several_threads_nobody_is_left_outside
//! says: all of them wait, for ever
//!
//! `open` rings first and sets the flag afterwards. Whoever wakes up in
//! between finds the gate closed, and waits for a bell that does not ring
//! again. What has to be true when somebody hears the bell?

use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;
#[derive(Default)]
pub struct Gate {
    open: AtomicBool,
    bell: Notify,
}
impl Gate {
    pub fn open(&self) {
        self.bell.notify_waiters();
        self.open.store(true, Ordering::SeqCst);
    }
    pub async fn pass(&self) {
        loop {
            let heard = self.bell.notified();
            if self.open.load(Ordering::SeqCst) {
                return;
            }
            heard.await;
        }
    }
}
