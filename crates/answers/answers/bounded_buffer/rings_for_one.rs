//! wrong: two_items_for_two_who_look
//! says: never finished
//! says: news that has come already
//!
//! Two pops look from 0 to 10 ms, and two items come at 5 ms. One pop looks
//! again and has its item; the other one waits for ever, though an item is
//! there. `notify_one` keeps one permit for whoever comes, and two rings do not
//! make two: who has to be reached when nobody waits yet?

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
            let changed = self.room.notified();
            if self.shelf.put(item).is_ok() {
                break;
            }
            changed.await;
        }
        self.items.notify_one();
    }

    pub async fn pop(&self) -> u32 {
        loop {
            let changed = self.items.notified();
            if let Some(item) = self.shelf.take().await {
                self.room.notify_one();
                return item;
            }
            changed.await;
        }
    }
}
