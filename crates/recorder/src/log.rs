//! Where observations are written down: one log per recording.
//!
//! A program that blocks its thread for ever must still be told of. So the log
//! is shared: the threads of the program write it, the one that keeps watch may
//! take it away.
//!
//! There is one order of all observations: that in which they came to the log,
//! and its clock is read while the log is locked, so that time never goes back.
//! A wake is noted before it is passed on, and a value before it is sent: what
//! a thread does because of another one stands after its cause. Of two
//! observations that have nothing to do with each other, on two threads at one
//! time, the order says nothing.
//!
//! On the paused clock only the thread of `main` notes, but for the simulated
//! services of a check: what another thread does has no time there. That there
//! was one is kept, so that the program can be recorded on the real clock.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use backtrace::Backtrace;
use timeline::{Clock, Outcome};
use tokio::runtime::{self, Handle};
use tokio::time::Instant;

use crate::activity::Activity;
use crate::clocks::{Clocks, micros};
use crate::noted::{Missed, Noted};
use crate::raw::{FutureId, Raw, What};
use crate::seen;
use crate::usage::Usage;
use crate::window::Window;

#[derive(Default)]
pub(crate) struct Log {
    /// Each log has another one.
    id: usize,
    clock: Clock,
    /// The path of the program's file.
    file: String,
    start: Option<Start>,
    clocks: Clocks,
    /// What is going on, for whoever keeps watch.
    pub activity: Activity,
    /// What the thread had used at the last observation, on the paused clock.
    last: Option<Usage>,
    /// What on the paused clock is not as it would be.
    missed: Missed,
    /// The time at which the program ended; what the runtime still drops is
    /// noted at this time.
    ended: Option<u64>,
    /// `main` has returned: until the runtime is dropped, nothing happens
    /// that would happen without the recorder.
    pub done: bool,
    /// A check came to its verdict before its end.
    pub over: Option<Outcome>,
    /// More observations than this are not kept.
    most: Option<usize>,
    /// With one more the program is stopped.
    stops: bool,
    /// The thread has ended, or was stopped.
    stopped: Option<Stopped>,
    raw: Window,
    futures: FutureId,
}

/// When a recording began, and by which clock.
#[derive(Clone, Copy)]
enum Start {
    /// That of a runtime with a paused clock. Where another runtime is
    /// entered, it has another clock.
    Paused(Instant, runtime::Id),
    /// Those of the runtimes that the program builds itself, one after
    /// another.
    Own,
    Real(std::time::Instant),
}

/// Why a program does not go on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// It is over, in the usual way.
    Ended,
    /// It made too much: observations, or memory.
    Flood,
    /// It held its thread.
    Hung,
    /// It waits for what may still come.
    Waits,
    /// It waits, and nothing is there that could go on.
    Stuck,
    By(Stop),
}

/// How a program ends the process in which it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// `std::process::exit`
    Exit,
    /// An abort, as after a stack overflow.
    Abort,
}

thread_local! {
    /// The number of this thread in a log, and which log that is.
    static NUMBER: Cell<(usize, u32)> = const { Cell::new((0, 0)) };
}

/// A log, and the bell that rings when the program has stopped.
#[derive(Default)]
pub(crate) struct Shared {
    log: Mutex<Log>,
    pub bell: Condvar,
}

impl Shared {
    /// `stops`: whoever makes more observations than `most` is stopped. If
    /// not, what lies in the middle of them is left out.
    pub fn of(file: &str, most: Option<usize>, stops: bool) -> Arc<Self> {
        static NEXT: AtomicUsize = AtomicUsize::new(1);
        let log = Log {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            file: file.to_owned(),
            most,
            stops,
            raw: Window::of(most.filter(|_| !stops).map(|most| most / 2)),
            ..Log::default()
        };
        Arc::new(Self {
            log: Mutex::new(log),
            bell: Condvar::new(),
        })
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Log> {
        // What was noted before a panic is still good.
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the log of a program that is bounded, without waiting for
    /// anybody; true if it was open.
    pub fn closes(&self, why: Stopped) -> bool {
        let Ok(mut log) = self.log.try_lock() else {
            return false;
        };
        let bounded = log.most.is_some() && log.start.is_some();
        if bounded {
            log.start = None;
            log.stopped.get_or_insert(why);
            self.bell.notify_all();
        }
        bounded
    }

    pub fn stop(&self, why: Stopped) {
        self.lock().stopped.get_or_insert(why);
        self.bell.notify_all();
    }

    /// The program has ended the process: it is over with that.
    pub fn ended_by(&self, how: Stop) {
        let mut log = self.lock();
        let error = match how {
            Stop::Exit => "it ended the process",
            Stop::Abort => "it aborted the process",
        };
        let what = What::MainDone {
            error: Some(error.to_owned()),
        };
        let t = log.time();
        log.raw.push(Raw::new(t, what));
    }

    /// Ends the recording.
    pub fn take(&self) -> Noted {
        let mut log = self.lock();
        let clock = match log.start.take() {
            Some(Start::Real(_)) => Clock::Real,
            _ => log.clock,
        };
        log.done = false;
        let (raw, left) = log.raw.take();
        let last = raw.last().map_or(0, |raw| raw.t);
        Noted {
            clock,
            raw,
            end: log.ended.take().unwrap_or(last),
            over: log.over,
            threads: std::mem::take(&mut log.activity.threads),
            stacks: Vec::new(),
            missed: log.missed,
            left,
        }
    }
}

impl Log {
    pub fn start_paused(&mut self) {
        let id = Handle::current().id();
        self.start = Some(Start::Paused(Instant::now(), id));
        self.activity.new_thread();
    }

    pub fn start_own(&mut self) {
        self.start = Some(Start::Own);
        self.activity.new_thread();
    }

    pub fn start_real(&mut self) {
        self.clock = Clock::Real;
        self.start = Some(Start::Real(std::time::Instant::now()));
        // `main` has the first number.
        self.number();
    }

    /// The end of a program that has its own clocks, or the machine's.
    pub fn end_real(&mut self) {
        self.ended = Some(self.time());
        self.start = None;
    }

    pub fn end(&mut self, now: Instant, check: bool) {
        let end = match self.start {
            Some(Start::Paused(start, _)) => Some(micros(now - start)),
            _ => None,
        };
        self.ended = end;
        match self.over {
            // What woke up then was the check's own limit.
            Some(Outcome::Deadlock | Outcome::Flood) => {
                self.raw.all().retain(|raw| Some(raw.t) < end);
                self.ended = self.raw.last().map(|raw| raw.t);
                self.start = None;
            }
            _ if check => self.trim(),
            _ => {}
        }
    }

    pub fn is_open(&self) -> bool {
        self.start.is_some()
    }

    pub fn is_real(&self) -> bool {
        self.clock == Clock::Real
    }

    /// How many observations were made.
    pub fn observed(&self) -> usize {
        self.raw.seen()
    }

    pub fn stopped(&self) -> Option<Stopped> {
        self.stopped
    }

    /// Nothing goes on any more, but for what other threads do. Only one who
    /// has the process to himself can count them.
    pub fn stands(&mut self) {
        self.missed.alive = self.most.is_some() && self.activity.has_threads();
    }

    /// The program's file, while it is recorded.
    pub fn file(&self) -> Option<String> {
        self.start.map(|_| self.file.clone())
    }

    pub fn new_future(&mut self) -> FutureId {
        self.futures += 1;
        self.futures
    }

    /// Whether this thread notes here. On the paused clock another one than
    /// that of `main` does not, but it is kept that there is one.
    pub fn hears(&mut self, own: bool) -> bool {
        let live = self.start.is_some();
        let real = self.clock == Clock::Real;
        self.missed.thread |=
            live && !(self.done || own || real || seen::of_the_runtime());
        live && (own || real)
    }

    /// Adds an observation of any thread, whatever the clock.
    pub fn add_anywhere(&mut self, what: What) {
        if self.start.is_none() || self.done {
            return;
        }
        if self.clock == Clock::Real {
            self.add(what, None);
        } else {
            let t = self.raw.last().map_or(0, |raw| raw.t);
            self.raw.push(Raw::new(t, what));
        }
    }

    /// Takes away what only the check itself has done at last: it slept, to
    /// see whether anything goes on.
    fn trim(&mut self) {
        let own = |raw: &Raw| {
            matches!(
                raw.what,
                What::MainDone { .. }
                    | What::PollStart { .. }
                    | What::PollEnd
                    | What::TaskSpanEnter { .. }
                    | What::SpanClosed { .. }
                    | What::PollOp { .. }
                    | What::Waker { .. }
            )
        };
        let raw = self.raw.all();
        let last = raw.iter().rev().find(|raw| !own(raw));
        let t = last.map_or(0, |raw| raw.t);
        let done = |raw: &Raw| matches!(raw.what, What::MainDone { .. });
        raw.retain(|raw| raw.t <= t && !done(raw));
        self.ended = Some(t);
        self.raw.push(Raw::new(t, What::MainDone { error: None }));
    }

    /// The time of an observation that is made now.
    fn time(&mut self) -> u64 {
        let last = self.raw.last().map_or(0, |raw| raw.t);
        let now = match (self.ended, self.start) {
            (Some(ended), _) => ended,
            (None, Some(Start::Real(start))) => micros(start.elapsed()),
            // Of another runtime's clock nothing follows for this one.
            (None, Some(Start::Paused(start, own))) => {
                let here = Handle::try_current().map(|handle| handle.id());
                match here {
                    Ok(here) if here != own => last,
                    _ => micros(Instant::now() - start),
                }
            }
            (None, Some(Start::Own)) => self.clocks.time(last),
            (None, None) => last,
        };
        now.max(last)
    }

    /// Adds an observation; true if it is one too many.
    pub fn add(&mut self, what: What, stack: Option<Backtrace>) -> bool {
        if self.start.is_none() || (self.done && self.ended.is_none()) {
            return false;
        }
        let t = self.time();
        let thread = self.number();
        if self.clock == Clock::Real {
            self.activity.follow(thread, &what);
        } else {
            let now = Usage::now();
            let before = self.last.replace(now);
            let in_poll = !matches!(what, What::PollStart { .. });
            self.missed.held |=
                in_poll && before.is_some_and(|last| now.held_since(&last));
        }
        self.raw.push(Raw {
            t,
            thread,
            what,
            stack,
        });
        self.stops && self.most.is_some_and(|most| self.raw.seen() >= most)
    }

    /// The number of this thread.
    fn number(&mut self) -> u32 {
        if self.clock == Clock::Virtual {
            return 0;
        }
        let (log, number) = NUMBER.get();
        if log == self.id {
            return number;
        }
        let number = self.activity.new_thread();
        NUMBER.set((self.id, number));
        number
    }
}
