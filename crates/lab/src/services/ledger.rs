//! A ledger of numbers by name, which is saved as a whole.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::log::{Log, Watched};
use crate::ms;

/// There is no room to save.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Full;

/// Clones are the same ledger.
#[derive(Clone)]
pub struct Ledger {
    log: Log,
    full: bool,
    entries: Arc<Mutex<BTreeMap<String, i64>>>,
}

impl Ledger {
    pub fn new(entries: &[(&str, i64)]) -> Self {
        let owned = |(name, value): &(&str, i64)| ((*name).to_owned(), *value);
        Self {
            log: Log::new(),
            full: false,
            entries: Arc::new(Mutex::new(entries.iter().map(owned).collect())),
        }
    }

    /// One that cannot be saved.
    pub fn full(entries: &[(&str, i64)]) -> Self {
        Self {
            full: true,
            ..Self::new(entries)
        }
    }

    /// The number under this name.
    pub fn get(&self, name: &str) -> Option<i64> {
        self.book().get(name).copied()
    }

    /// Writes a number under this name.
    pub fn put(&self, name: &str, value: i64) {
        self.book().insert(name.to_owned(), value);
    }

    /// Takes the name out.
    pub fn remove(&self, name: &str) {
        self.book().remove(name);
    }

    /// All entries, by name.
    pub fn entries(&self) -> Vec<(String, i64)> {
        self.book().clone().into_iter().collect()
    }

    /// Saves the ledger; takes 50 ms, and fails if there is no room.
    pub async fn save(&self) -> Result<(), Full> {
        self.log.visit("save", ms(50)).await;
        if self.full { Err(Full) } else { Ok(()) }
    }

    fn book(&self) -> MutexGuard<'_, BTreeMap<String, i64>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the ledger")
    }
}

impl Watched for Ledger {
    fn log(&self) -> &Log {
        &self.log
    }
}
