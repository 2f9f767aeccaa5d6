//! wrong: nobody_looks_again_without_news
//! says: looks
//! says: is not waiting
//!
//! There are 52 looks in 1000 ms, with a pause of 10 ms between two of them:
//! the wait ends by the clock. It does hear the news, and it does not trust it.
//! If no change can be missed, what is the clock for?

use lab::{Shelf, ms};
use tokio::sync::Notify;
use tokio::time::timeout;

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
            let _ = timeout(ms(10), changed).await;
        }
    }
}
