//! What the event loop hears of.

use std::time::Duration;

use anyhow::Result;

use crate::checks::Judged;
use crate::site::Outcome;
use crate::watch::Saved;

pub enum Event {
    /// Files were saved.
    Saved(Saved),
    /// A build has ended.
    Built {
        result: Result<Outcome>,
        took: Duration,
    },
    /// An example was recorded, or not.
    Recorded { example: String, result: Result<()> },
    /// A page asks for a verdict on the exercise of this id.
    CheckRequested(String),
    /// An exercise was judged.
    Judged(Box<Judged>),
    /// The server ends.
    End,
}
