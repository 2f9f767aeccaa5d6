//! wrong: on_several_threads_nobody_is_left_outside
//! says: all of them wait, for ever
//!
//! `pass` looks at the flag, finds it closed, and then begins to wait. If the
//! gate is opened in between, the bell rings before anybody listens, and
//! nobody rings again. The `Notified` has to exist before the look.

use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;
#[derive(Default)]
pub struct Gate {
    open: AtomicBool,
    bell: Notify,
}
impl Gate {
    pub fn open(&self) {
        self.open.store(true, Ordering::SeqCst);
        self.bell.notify_waiters();
    }
    pub async fn pass(&self) {
        if !self.open.load(Ordering::SeqCst) {
            self.bell.notified().await;
        }
    }
}
