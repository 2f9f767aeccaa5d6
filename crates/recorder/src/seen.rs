//! The threads of a program that is recorded on the real clock.

use std::cell::Cell;
use std::time::Instant;

use timeline::ThreadKind;

use crate::raw::{Spawn, What};

thread_local! {
    /// The runtime of the recording has started this thread.
    static OWN: Cell<bool> = const { Cell::new(false) };
}

/// This thread was started by the recorded runtime.
pub(crate) fn is_of_the_runtime() {
    OWN.set(true);
}

pub(crate) fn of_the_runtime() -> bool {
    OWN.get()
}

/// What the log knows of a thread.
pub(crate) struct Seen {
    pub kind: ThreadKind,
    pub name: Option<String>,
    /// Its last observation.
    pub last: Instant,
    /// Polls that it is in, one in the other.
    polls: u32,
    /// What it runs is a blocking closure.
    blocking: bool,
}

/// Tokio's own name for the threads of a runtime.
const RUNTIME: &str = "tokio-rt-worker";

impl Seen {
    /// The thread that runs this.
    pub fn this(number: u32) -> Self {
        let thread = std::thread::current();
        let name = thread.name().map(str::to_owned);
        let runtime = OWN.get() || name.as_deref() == Some(RUNTIME);
        let kind = match (number, runtime) {
            (0, _) => ThreadKind::Main,
            (_, true) => ThreadKind::Worker,
            (_, false) => ThreadKind::Foreign,
        };
        Self {
            kind,
            name,
            last: Instant::now(),
            polls: 0,
            blocking: false,
        }
    }

    /// `spawn`: how the task came to be whose span is entered or left. What a
    /// worker itself runs in was there before the recording, and is no task.
    pub fn follow(&mut self, what: &What, spawn: Option<Spawn>) {
        self.last = Instant::now();
        let Some(spawn) = spawn else { return };
        let blocking = spawn == Spawn::Blocking;
        match what {
            What::PollStart { .. } | What::TaskSpanEnter { .. } => {
                self.polls += 1;
                self.blocking |= blocking;
                if blocking && self.kind == ThreadKind::Worker {
                    self.kind = ThreadKind::Blocking;
                }
            }
            What::PollEnd | What::TaskSpanExit { .. } => {
                self.polls = self.polls.saturating_sub(1);
                self.blocking &= self.polls > 0;
            }
            _ => {}
        }
    }

    /// It runs a task, and nothing else can run on it.
    pub fn is_in_poll(&self) -> bool {
        self.polls > 0 && !self.blocking
    }

    /// It runs what the program has given to a thread of its own.
    pub fn is_in_closure(&self) -> bool {
        self.polls > 0 && self.blocking
    }
}

/// How many threads the process has, where that can be told.
pub(crate) fn living() -> Option<usize> {
    std::fs::read_dir("/proc/self/task")
        .ok()
        .map(Iterator::count)
}
