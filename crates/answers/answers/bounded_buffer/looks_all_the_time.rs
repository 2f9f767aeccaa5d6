//! wrong: nobody_looks_again_without_news
//! says: looks
//! says: is not waiting
//!
//! There are 102 looks in 1000 ms, one after the other without a pause. Your
//! pop never waits for news; it asks. What could end a wait here, so that two
//! looks are enough?

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
            let changed = self.changed.notified();
            if let Some(item) = self.shelf.take().await {
                self.changed.notify_waiters();
                return item;
            }
            drop(changed);
        }
    }
}
