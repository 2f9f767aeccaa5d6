//! wrong: two_threads_miss_no_change
//! says: (a deadlock)
//!
//! `push` looks for room first and makes its `Notified` afterwards. On several
//! threads an item can be taken in between, and that bell is not heard. `pop`
//! does it in the other order.

use lab::Shelf;
use tokio::sync::Notify;
pub struct Buffer {
    shelf: Shelf,
    bell: Notify,
}
impl Buffer {
    pub fn new(shelf: Shelf) -> Self {
        Self {
            shelf,
            bell: Notify::new(),
        }
    }
    pub async fn push(&self, item: u32) {
        while self.shelf.put(item).is_err() {
            self.bell.notified().await;
        }
        self.bell.notify_waiters();
    }
    pub async fn pop(&self) -> u32 {
        loop {
            let heard = self.bell.notified();
            if let Some(item) = self.shelf.take().await {
                self.bell.notify_waiters();
                return item;
            }
            heard.await;
        }
    }
}
