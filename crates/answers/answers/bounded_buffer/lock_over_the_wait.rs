//! wrong: what_comes_during_the_look_is_not_missed
//! says: never finished
//! says: keep others out while waiting
//!
//! The look ends at 10 ms with nothing, and the push that was to come at 5 ms
//! never happens. Perhaps the one who waits holds a lock that the other one
//! needs. What does a pop have in its hands while it waits for a push?

use lab::Shelf;
use tokio::sync::{Mutex, Notify};

pub struct Buffer {
    shelf: Shelf,
    changed: Notify,
    lock: Mutex<()>,
}

impl Buffer {
    pub fn new(shelf: Shelf) -> Self {
        Self {
            shelf,
            changed: Notify::new(),
            lock: Mutex::new(()),
        }
    }

    pub async fn push(&self, item: u32) {
        let _guard = self.lock.lock().await;
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
        let _guard = self.lock.lock().await;
        loop {
            let changed = self.changed.notified();
            if let Some(item) = self.shelf.take().await {
                self.changed.notify_waiters();
                return item;
            }
            changed.await;
        }
    }
}
