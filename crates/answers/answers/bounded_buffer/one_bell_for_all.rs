//! wrong: two_wait_on_either_side
//! says: never finished
//!
//! One bell for everybody, and each ring wakes one of those who wait. When the
//! one that is woken is not the one that can go on, the news is used up, and
//! the others wait for ever.

use lab::Shelf;
use tokio::sync::Notify;

/// Shared by all who push and pop.
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

    /// Puts the item on the shelf; waits while there is no room.
    pub async fn push(&self, item: u32) {
        loop {
            let changed = self.changed.notified();
            if self.shelf.put(item).is_ok() {
                break;
            }
            changed.await;
        }
        self.changed.notify_one();
    }

    /// Takes the oldest item from the shelf; waits while there is none.
    pub async fn pop(&self) -> u32 {
        loop {
            // Before the look: what changes from here on is not missed.
            let changed = self.changed.notified();
            if let Some(item) = self.shelf.take().await {
                self.changed.notify_one();
                return item;
            }
            changed.await;
        }
    }
}
