//! A bank whose book takes a while to write in.

use std::fmt;

use tokio::sync::Mutex;

use crate::log::{Log, Watched};
use crate::ms;

/// A number, and a balance behind a lock.
#[derive(Debug)]
pub struct Account {
    number: u32,
    pub balance: Mutex<u32>,
}

impl Account {
    pub fn new(number: u32, balance: u32) -> Self {
        Self {
            number,
            balance: Mutex::new(balance),
        }
    }

    /// Each account has another number.
    pub fn number(&self) -> u32 {
        self.number
    }
}

/// Its log has one line for each entry in the book.
#[derive(Clone, Default)]
pub struct Bank {
    log: Log,
}

impl Bank {
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a transfer into the book; takes 100 ms.
    pub async fn record(&self, from: &Account, to: &Account, amount: u32) {
        let (from, to) = (from.number, to.number);
        let line = format!("{from} to {to}: {amount}");
        self.log.visit(line, ms(100)).await;
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Bank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the bank")
    }
}

impl Watched for Bank {
    fn log(&self) -> &Log {
        &self.log
    }

    fn when_stuck(&self) -> &'static str {
        "Somebody holds one account and waits for a second that is never \
         given back: by another transfer that waits for the first, or by \
         itself. In which order does each of them lock?"
    }

    fn when_late(&self) -> Option<&'static str> {
        Some(
            "Somebody waits for an account that nobody uses, or hears late \
             that it is free. Who has to wait for whom, and what ends a wait?",
        )
    }
}
