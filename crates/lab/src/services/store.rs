//! A store to which batches are written, each in one piece.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::log::{Log, Watched};
use crate::ms;

/// Clones are the same store.
#[derive(Clone)]
pub struct Store {
    log: Log,
    time: Duration,
    written: Arc<Mutex<Vec<Vec<u32>>>>,
}

impl Store {
    /// Every write takes 100 ms.
    pub fn new() -> Self {
        Self::taking(100)
    }

    /// Every write takes so many milliseconds.
    pub fn taking(time: u64) -> Self {
        Self {
            log: Log::new(),
            time: ms(time),
            written: Arc::default(),
        }
    }

    /// Writes a batch. If this future is dropped before it is ready, nothing
    /// of the batch is stored.
    pub async fn write(&self, batch: Vec<u32>) {
        self.log.visit(format!("write {batch:?}"), self.time).await;
        self.book().push(batch);
    }

    /// What is stored, batch by batch.
    pub fn written(&self) -> Vec<Vec<u32>> {
        self.book().clone()
    }

    fn book(&self) -> MutexGuard<'_, Vec<Vec<u32>>> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Store {
    fn default() -> Self {
        Self::new()
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the store")
    }
}

impl Watched for Store {
    fn log(&self) -> &Log {
        &self.log
    }

    fn when_stuck(&self) -> &'static str {
        "Somebody waits for a reading, or for a signal, that will not come: \
         what ends each loop, and each wait?"
    }
}
