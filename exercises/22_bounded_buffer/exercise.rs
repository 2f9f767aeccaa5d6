//! A bounded buffer: wait for a condition, and miss no change.

use lab::Shelf;

/// Shared by all who push and pop, on any thread.
pub struct Buffer {
    shelf: Shelf,
}

impl Buffer {
    pub fn new(shelf: Shelf) -> Self {
        Self { shelf }
    }

    /// Puts the item on the shelf; waits while there is no room.
    pub async fn push(&self, item: u32) {
        // TODO: `shelf.put(item)` is an error when there is no room, and
        // `shelf.take().await` gives `None` when there was no item.
        todo!("push {item} to {:?}", self.shelf)
    }

    /// Takes the oldest item from the shelf; waits while there is none.
    pub async fn pop(&self) -> u32 {
        todo!("pop from {:?}", self.shelf)
    }
}
