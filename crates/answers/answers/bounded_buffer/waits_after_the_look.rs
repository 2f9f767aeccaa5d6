//! wrong: what_comes_during_the_look_is_not_missed
//! says: never finished
//! says: Between the beginning of a look
//!
//! The item comes at 5 ms, in the middle of a look that ends at 10 ms with
//! nothing. Perhaps your pop begins to wait after that look: the bell rang
//! before, and nobody was there to hear it. From when on would you have to
//! listen?

use lab::Shelf;
use tokio::sync::Notify;

pub struct Buffer {
    shelf: Shelf,
    changed: Notify,
}

impl Buffer {
    pub fn new(shelf: Shelf) -> Self {
        Self {
            shelf,
            changed: Notify::new(),
        }
    }

    pub async fn push(&self, item: u32) {
        loop {
            let changed = self.changed.notified();
            if self.shelf.put(item).is_ok() {
                break;
            }
            changed.await;
        }
        self.changed.notify_waiters();
    }

    pub async fn pop(&self) -> u32 {
        loop {
            if let Some(item) = self.shelf.take().await {
                self.changed.notify_waiters();
                return item;
            }
            self.changed.notified().await;
        }
    }
}
