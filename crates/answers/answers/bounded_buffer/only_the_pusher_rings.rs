//! wrong: a_full_shelf_makes_the_pusher_wait
//! says: never finished
//! says: that nobody sends
//!
//! The pop takes an item at 100 ms, so there is room again, and the third push
//! waits on. The one who pushes says so, and the one who pops does not. Who has
//! to hear of room?

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
                return item;
            }
            changed.await;
        }
    }
}
