//! right
//!
//! The version of a `watch` is the bell.

use lab::Shelf;
use tokio::sync::watch;

pub struct Buffer {
    shelf: Shelf,
    changed: watch::Sender<()>,
}

impl Buffer {
    pub fn new(shelf: Shelf) -> Self {
        Self {
            shelf,
            changed: watch::Sender::new(()),
        }
    }

    pub async fn push(&self, item: u32) {
        loop {
            let mut changed = self.changed.subscribe();
            if self.shelf.put(item).is_ok() {
                break;
            }
            let _ = changed.changed().await;
        }
        self.changed.send_replace(());
    }

    pub async fn pop(&self) -> u32 {
        loop {
            let mut changed = self.changed.subscribe();
            if let Some(item) = self.shelf.take().await {
                self.changed.send_replace(());
                return item;
            }
            let _ = changed.changed().await;
        }
    }
}
