//! wrong: on_several_threads_nobody_is_left_outside
//! says: all of them wait, for ever
//!
//! The flag has a lock, and the lock is free again before the wait begins. So
//! the gate can be opened between the look and the wait, and the bell rings
//! for nobody.

use std::sync::Mutex;
use tokio::sync::Notify;
#[derive(Default)]
pub struct Gate {
    open: Mutex<bool>,
    bell: Notify,
}
impl Gate {
    pub fn open(&self) {
        *self.open.lock().unwrap() = true;
        self.bell.notify_waiters();
    }
    pub async fn pass(&self) {
        while !*self.open.lock().unwrap() {
            self.bell.notified().await;
        }
    }
}
