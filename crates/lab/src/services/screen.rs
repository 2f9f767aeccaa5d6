//! A screen that needs time to show a value.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use crate::log::{Log, Watched};
use crate::ms;

/// Clones are the same screen.
#[derive(Clone, Default)]
pub struct Screen {
    log: Log,
    shown: Arc<Mutex<Vec<u32>>>,
}

impl Screen {
    pub fn new() -> Self {
        Self::default()
    }

    /// Shows a value; takes 100 ms.
    pub async fn show(&self, value: u32) {
        self.log.visit(format!("show {value}"), ms(100)).await;
        self.book().push(value);
    }

    /// What was shown to the end, in that order.
    pub fn shown(&self) -> Vec<u32> {
        self.book().clone()
    }

    fn book(&self) -> std::sync::MutexGuard<'_, Vec<u32>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the screen")
    }
}

impl Watched for Screen {
    fn log(&self) -> &Log {
        &self.log
    }

    fn when_stuck(&self) -> &'static str {
        "Somebody waits for a change that will not come: is the sender gone, \
         and is that noticed?"
    }

    fn when_crowded(&self, _: usize) -> &'static str {
        "One screen shows one value at a time."
    }
}
