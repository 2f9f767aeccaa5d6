//! The threads of a program that is recorded on the real clock.

use std::cell::Cell;
use std::time::Instant;

use timeline::ThreadKind;

use crate::note::note;
use crate::raw::{Spawn, What};
use crate::stand::{self, Thread};

thread_local! {
    /// Tells when a thread of the program ends.
    static LAST_WORD: LastWord = const { LastWord };
    /// The runtime of the recording has started this thread.
    static OWN: Cell<bool> = const { Cell::new(false) };
}

struct LastWord;

impl Drop for LastWord {
    fn drop(&mut self) {
        note(What::ThreadEnded);
    }
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
    /// How it is asked where it stands.
    pub handle: Thread,
    /// It has not ended.
    pub lives: bool,
    /// Its last observation.
    pub last: Instant,
    /// Polls that it is in, one in the other.
    polls: u32,
    /// It is told when those begin and end.
    follows: bool,
    /// What it runs is a blocking closure.
    blocking: bool,
}

/// Tokio's own name for the threads of a runtime.
const RUNTIME: &str = "tokio-rt-worker";

impl Seen {
    /// The thread that runs this.
    pub fn this(number: u32) -> Self {
        LAST_WORD.with(|_| {});
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
            handle: stand::this(),
            lives: true,
            last: Instant::now(),
            polls: 0,
            follows: false,
            blocking: false,
        }
    }

    /// `spawn`: how the task came to be whose span is entered or left. What a
    /// worker itself runs in was there before the recording, and is no task.
    pub fn follow(&mut self, what: &What, spawn: Option<Spawn>) {
        self.last = Instant::now();
        self.follows = true;
        if matches!(what, What::ThreadEnded) {
            self.lives = false;
        }
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

    /// It is in the middle of something; on the paused clock, that of `main`
    /// is all that there is.
    pub fn is_busy(&self) -> bool {
        let main = self.kind == ThreadKind::Main && !self.follows;
        let foreign = self.kind == ThreadKind::Foreign;
        self.lives && (self.polls > 0 || main || foreign)
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
