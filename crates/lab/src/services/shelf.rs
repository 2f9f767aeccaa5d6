//! A shelf with little room, and a way to it.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::log::{Log, Watched};
use crate::ms;

/// Clones are the same shelf. Its log has one line for each `put` that found
/// room and one for each `take`.
#[derive(Clone)]
pub struct Shelf {
    log: Log,
    room: usize,
    items: Arc<Mutex<VecDeque<u32>>>,
}

impl Shelf {
    /// With room for so many items.
    pub fn new(room: usize) -> Self {
        Self {
            log: Log::new(),
            room,
            items: Arc::default(),
        }
    }

    /// How many items fit.
    pub fn room(&self) -> usize {
        self.room
    }

    /// Puts the item on the shelf, at once. An error if the shelf is full.
    pub fn put(&self, item: u32) -> Result<(), u32> {
        let mut items = self.items();
        if items.len() == self.room {
            return Err(item);
        }
        items.push_back(item);
        self.log.enter(format!("put {item}")).done();
        Ok(())
    }

    /// Takes the oldest item, or nothing if there was none when it began. You
    /// know which after 10 ms.
    pub async fn take(&self) -> Option<u32> {
        let item = self.items().pop_front();
        self.log.visit("take", ms(10)).await;
        item
    }

    fn items(&self) -> MutexGuard<'_, VecDeque<u32>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the shelf")
    }
}

impl Watched for Shelf {
    fn log(&self) -> &Log {
        &self.log
    }

    fn when_stuck(&self) -> &'static str {
        "Somebody waits for news that has come already, or that nobody \
         sends. Between the beginning of a look and the beginning of the \
         wait, the shelf can change: who is told of that? And does anybody \
         keep others out while waiting?"
    }
}
