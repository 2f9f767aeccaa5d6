//! A hall with numbered seats, each of which is sold once.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::log::{Log, Watched};
use crate::ms;

/// The card was not accepted.
#[derive(Debug, PartialEq)]
pub struct Declined;

/// Clones are the same hall.
#[derive(Clone)]
pub struct Hall {
    log: Log,
    accepts: bool,
    book: Arc<Mutex<Book>>,
}

#[derive(Default)]
struct Book {
    held: BTreeSet<u32>,
    paid: BTreeSet<u32>,
}

impl Hall {
    /// Every card is accepted.
    pub fn new() -> Self {
        Self {
            log: Log::new(),
            accepts: true,
            book: Arc::default(),
        }
    }

    /// No card is accepted.
    pub fn declining() -> Self {
        Self {
            accepts: false,
            ..Self::new()
        }
    }

    /// Takes the seat off the plan: nobody else gets it.
    pub fn hold(&self, seat: u32) {
        self.book().held.insert(seat);
    }

    /// Puts the seat back on the plan.
    pub fn release(&self, seat: u32) {
        self.book().held.remove(&seat);
    }

    /// Asks for the money; takes 100 ms.
    pub async fn pay(&self, seat: u32) -> Result<(), Declined> {
        self.log.visit(format!("pay seat {seat}"), ms(100)).await;
        if !self.accepts {
            return Err(Declined);
        }
        self.book().paid.insert(seat);
        Ok(())
    }

    /// The seats that are off the plan.
    pub fn held(&self) -> Vec<u32> {
        self.book().held.iter().copied().collect()
    }

    /// The seats whose money has come.
    pub fn paid(&self) -> Vec<u32> {
        self.book().paid.iter().copied().collect()
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Hall {
    fn default() -> Self {
        Self::new()
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Hall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the hall")
    }
}

impl Watched for Hall {
    fn log(&self) -> &Log {
        &self.log
    }
}
