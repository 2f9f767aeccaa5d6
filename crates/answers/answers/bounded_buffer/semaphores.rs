//! right
//!
//! Permits travel: one for each item, one for each free place.

use lab::Shelf;
use tokio::sync::Semaphore;

pub struct Buffer {
    items: Semaphore,
    room: Semaphore,
    shelf: Shelf,
}

impl Buffer {
    pub fn new(shelf: Shelf) -> Self {
        Self {
            items: Semaphore::new(0),
            room: Semaphore::new(shelf.room()),
            shelf,
        }
    }

    pub async fn push(&self, item: u32) {
        self.room.acquire().await.expect("stays open").forget();
        self.shelf.put(item).expect("a permit is a place");
        self.items.add_permits(1);
    }

    pub async fn pop(&self) -> u32 {
        self.items.acquire().await.expect("stays open").forget();
        let item = self.shelf.take().await;
        self.room.add_permits(1);
        item.expect("a permit is an item")
    }
}
