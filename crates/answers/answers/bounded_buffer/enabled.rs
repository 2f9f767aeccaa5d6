//! right
//!
//! A bell for each side, and places in its queue from before the look.

use std::pin::pin;

use lab::Shelf;
use tokio::sync::Notify;

pub struct Buffer {
    shelf: Shelf,
    items: Notify,
    room: Notify,
}

impl Buffer {
    pub fn new(shelf: Shelf) -> Self {
        Self {
            shelf,
            items: Notify::new(),
            room: Notify::new(),
        }
    }

    pub async fn push(&self, item: u32) {
        loop {
            let mut changed = pin!(self.room.notified());
            changed.as_mut().enable();
            if self.shelf.put(item).is_ok() {
                break;
            }
            changed.await;
        }
        self.items.notify_one();
    }

    pub async fn pop(&self) -> u32 {
        loop {
            let mut changed = pin!(self.items.notified());
            changed.as_mut().enable();
            if let Some(item) = self.shelf.take().await {
                self.room.notify_one();
                return item;
            }
            changed.await;
        }
    }
}
