//! wrong: what_comes_during_the_look_is_not_missed
//! says: never finished
//! says: Between the beginning of a look
//!
//! `notified()` is made when the look was in vain: the news came before.

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
