//! wrong: who_finds_nothing_goes_on_waiting
//! says: panicked
//! says: there is an item now
//!
//! Two wait, one item comes, and both look again. One of them finds nothing and
//! panics: it took the news for an item. What should it do when another was
//! quicker?

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
        let changed = self.changed.notified();
        let mut item = self.shelf.take().await;
        if item.is_none() {
            changed.await;
            item = self.shelf.take().await;
        }
        self.changed.notify_waiters();
        item.expect("there is an item now")
    }
}
