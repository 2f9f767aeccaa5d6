//! wrong: on_several_threads_nobody_is_left_outside
//! says: all of them wait, for ever
//!
//! The flag and the list of wakers have a lock each. Between the look at the
//! flag and the entry in the list, `open` sets the flag and wakes all who
//! stand in the list: this one does not stand there yet.

use std::sync::Mutex;
use std::task::{Poll, Waker};
#[derive(Default)]
pub struct Gate {
    open: Mutex<bool>,
    wakers: Mutex<Vec<Waker>>,
}
impl Gate {
    pub fn open(&self) {
        *self.open.lock().unwrap() = true;
        for w in self.wakers.lock().unwrap().drain(..) {
            w.wake();
        }
    }
    pub async fn pass(&self) {
        std::future::poll_fn(|cx| {
            if *self.open.lock().unwrap() {
                return Poll::Ready(());
            }
            self.wakers.lock().unwrap().push(cx.waker().clone());
            Poll::Pending
        })
        .await
    }
}
