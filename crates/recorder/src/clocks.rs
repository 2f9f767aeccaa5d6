//! The clocks of the runtimes that a program builds itself: each has its own.

use std::collections::HashMap;
use std::time::Duration;

use tokio::runtime::{Handle, Id};
use tokio::time::Instant;

/// When each runtime was heard of first: on its clock, and in the log.
#[derive(Default)]
pub(crate) struct Clocks(HashMap<Id, (Instant, u64)>);

impl Clocks {
    /// The time in the log, where it was `last` before. Between two runtimes
    /// it stands still.
    pub fn time(&mut self, last: u64) -> u64 {
        let Ok(runtime) = Handle::try_current() else {
            return last;
        };
        let now = Instant::now();
        let (first, at) = *self.0.entry(runtime.id()).or_insert((now, last));
        at + micros(now.saturating_duration_since(first))
    }
}

pub(crate) fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
