//! "Why here?": follows a wait, or anything that happened, to its cause.
//!
//! Two questions, each answered by a chain of links. A link names a lane and
//! an event, so that a page can lead to the mark, and has its sentence.
//!
//! - [`blocked`]: what stands in the way of a lane at a moment. "main waits for
//!   the lock (line 21), which work holds since line 18; work sleeps until
//!   50 ms (line 19)."
//! - [`led_to`]: what led to an event, the last cause first. "main is polled,
//!   for work has ended; work was polled, for its sleep until 50 ms (line 19)
//!   was over."
//!
//! [`Chain::words`] is the whole chain as one sentence.

mod back;
mod blocked;

use serde::Serialize;

#[cfg(test)]
use ts_rs::TS;

pub use back::led_to;
pub use blocked::blocked;

pub(crate) use blocked::in_the_way;

use crate::Run;

/// One cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Link {
    /// The lane that it is about.
    pub lane: u32,
    /// The event that tells of it, by its place in `Run::events`.
    pub at: usize,
    /// The line of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub line: Option<u32>,
    pub text: String,
}

/// Where a chain ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "snake_case")]
pub enum ChainEnd {
    /// The last link waits for the lane of this link.
    Circle(usize),
    /// The last link goes on by itself: a timer, or its next turn.
    Time,
    /// Something from outside: data, a signal, a thread.
    Outside,
    /// The program began.
    Start,
    /// Nobody is known who could end the wait.
    Nobody,
    /// The last link can go on: it is polled, or will be.
    Ready,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Chain {
    /// The mark itself comes first.
    pub links: Vec<Link>,
    pub end: ChainEnd,
}

impl Chain {
    /// The chain as one sentence.
    pub fn words(&self) -> String {
        let links: Vec<&str> =
            self.links.iter().map(|link| &*link.text).collect();
        let text = links.join("; ");
        match self.end {
            ChainEnd::Circle(0) if self.links.len() == 1 => {
                format!("{text}: it waits for itself.")
            }
            ChainEnd::Circle(_) => {
                format!("{text}: a circle, so none of them can go on.")
            }
            _ => format!("{text}."),
        }
    }
}

/// The line of a site.
fn line(run: &Run, site: Option<u32>) -> Option<u32> {
    let site = run.sites.get(site? as usize)?;
    Some(site.line)
}

fn at_line(line: Option<u32>) -> String {
    line.map_or_else(String::new, |line| format!(" (line {line})"))
}
