//! A register that adds slowly: two additions at once lose one of them.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::sleep;

use crate::log::{Log, Watched};
use crate::ms;

const ADD: Duration = ms(100);

/// A total. Clones are the same register; its log has one line for each
/// addition.
#[derive(Clone, Default)]
pub struct Register {
    log: Log,
    total: Arc<Mutex<u32>>,
    owners: Arc<()>,
}

impl Register {
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the total, takes 100 ms, writes the sum.
    pub async fn add(&self, n: u32) {
        let stay = self.log.enter(format!("add {n}"));
        let before = self.value();
        sleep(ADD).await;
        *self.total() = before + n;
        stay.done();
    }

    /// The total, at once.
    pub async fn read(&self) -> u32 {
        self.value()
    }

    /// The total, for a check.
    pub fn value(&self) -> u32 {
        *self.total()
    }

    /// How many clones there are, this one included.
    pub fn clones(&self) -> usize {
        Arc::strong_count(&self.owners)
    }

    fn total(&self) -> std::sync::MutexGuard<'_, u32> {
        self.total.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the register")
    }
}

impl Watched for Register {
    fn log(&self) -> &Log {
        &self.log
    }

    fn when_stuck(&self) -> &'static str {
        "Somebody waits for an answer that nobody can give any more, or for \
         room that nobody makes. Is the owner of the register still there, \
         and does it answer each question?"
    }

    fn when_crowded(&self, _: usize) -> &'static str {
        "The register has more than one user at a time: it belongs to one \
         task, and everybody else has to ask that task."
    }
}
