//! What a program that is recorded has going on, for whoever keeps watch.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::raw::{SpanId, Spawn, What};
use crate::seen::{self, Seen};

#[derive(Default)]
pub(crate) struct Activity {
    /// The threads that have noted something, by their number.
    pub threads: Vec<Seen>,
    /// Threads of the process before the program began.
    threads_before: usize,
    /// Threads that the recorded runtime has started since.
    own_threads: usize,
    /// Timers that are there, on the real clock.
    timers: BTreeSet<SpanId>,
    /// The spans of tasks, on the real clock, and how each came to be.
    spans: BTreeMap<SpanId, Spawn>,
}

impl Activity {
    /// A thread runs a task and has told nothing for so long.
    pub fn is_held(&self, time: Duration) -> bool {
        let mut threads = self.threads.iter();
        threads.any(|one| one.is_in_poll() && one.last.elapsed() >= time)
    }

    /// A timer, a closure on the blocking pool or a thread is there that may
    /// still do something.
    pub fn may_go_on(&self) -> bool {
        !self.timers.is_empty()
            || self.threads.iter().any(Seen::is_in_closure)
            || self.has_threads()
    }

    /// The program has started threads that live.
    pub fn has_threads(&self) -> bool {
        let known = self.threads_before + self.own_threads;
        seen::living().is_some_and(|all| all > known)
    }

    /// The runtime is about to be built.
    pub fn count_threads(&mut self) {
        self.threads_before = seen::living().unwrap_or_default();
    }

    /// The runtime has started a thread, or ended one.
    pub fn own_thread(&mut self, started: bool) {
        self.own_threads = match started {
            true => self.own_threads + 1,
            false => self.own_threads.saturating_sub(1),
        };
    }

    /// The number of the thread that runs this.
    pub fn new_thread(&mut self) -> u32 {
        let number = u32::try_from(self.threads.len()).unwrap_or(u32::MAX);
        self.threads.push(Seen::this(number));
        number
    }

    /// An observation of a thread, on the real clock.
    pub fn follow(&mut self, thread: u32, what: &What) {
        match what {
            What::Resource { span, concrete, .. } if concrete == "Sleep" => {
                self.timers.insert(*span);
            }
            What::TaskSpan { span, kind, .. } => {
                self.spans.insert(*span, *kind);
            }
            What::SpanClosed { span } => {
                self.timers.remove(span);
                self.spans.remove(span);
            }
            _ => {}
        }
        let spawn = match what {
            What::TaskSpanEnter { span } | What::TaskSpanExit { span } => {
                self.spans.get(span).copied()
            }
            _ => Some(Spawn::Task),
        };
        if let Some(seen) = self.threads.get_mut(thread as usize) {
            seen.follow(what, spawn);
        }
    }
}
