//! A bounded buffer: wait for a condition, and miss no change.

use lab::Shelf;
// begin solution
use tokio::sync::Notify;
// end solution

/// Shared by all who push and pop, on any thread.
pub struct Buffer {
    shelf: Shelf,
    // begin solution
    changed: Notify,
    // end solution
}

impl Buffer {
    pub fn new(shelf: Shelf) -> Self {
        // begin solution
        //~ Self { shelf }
        Self {
            shelf,
            changed: Notify::new(),
        }
        // end solution
    }

    /// Puts the item on the shelf; waits while there is no room.
    pub async fn push(&self, item: u32) {
        // begin solution
        //~ // TODO: `shelf.put(item)` is an error when there is no room, and
        //~ // `shelf.take().await` gives `None` when there was no item.
        //~ todo!("push {item} to {:?}", self.shelf)
        loop {
            let changed = self.changed.notified();
            if self.shelf.put(item).is_ok() {
                break;
            }
            changed.await;
        }
        self.changed.notify_waiters();
        // end solution
    }

    /// Takes the oldest item from the shelf; waits while there is none.
    pub async fn pop(&self) -> u32 {
        // begin solution
        //~ todo!("pop from {:?}", self.shelf)
        loop {
            // Before the look: what changes from here on is not missed.
            let changed = self.changed.notified();
            if let Some(item) = self.shelf.take().await {
                self.changed.notify_waiters();
                return item;
            }
            changed.await;
        }
        // end solution
    }
}
