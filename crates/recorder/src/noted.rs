//! What is left of a recording when it has ended, before it is understood.

use timeline::{Clock, Outcome};

use crate::raw::Raw;
use crate::seen::Seen;
use crate::stand;
use crate::window::Left;

/// What was noted in a recording.
pub(crate) struct Noted {
    pub clock: Clock,
    pub raw: Vec<Raw>,
    /// Its length in microseconds.
    pub end: u64,
    /// The verdict of a check that came before its end.
    pub over: Option<Outcome>,
    pub threads: Vec<Seen>,
    /// The call stacks of threads that are in the middle of something.
    pub stacks: Vec<(u32, Vec<usize>)>,
    pub missed: Missed,
    /// What of a long run was not kept.
    pub left: Option<Left>,
}

impl Noted {
    /// To be called while the threads of the program still live.
    pub fn ask_where_threads_stand(&mut self) {
        for (number, seen) in (0..).zip(&self.threads) {
            if seen.is_busy() {
                self.stacks.push((number, stand::stack(seen.handle)));
            }
        }
    }
}

/// What happened in a recording on the paused clock that takes no time there,
/// or none of its own.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Missed {
    /// Another thread did something.
    pub thread: bool,
    /// One was there when nothing else could go on.
    pub alive: bool,
    /// The thread of `main` was held for longer than is noticed by nobody.
    pub held: bool,
}
