//! Where observations are written down: one log per recording.
//!
//! A program that blocks its thread for ever must still be told of. So the log
//! is shared: the thread that runs the program writes it, the one that keeps
//! watch may take it away.

use std::cell::{Cell, RefCell};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use backtrace::Backtrace;
use timeline::Outcome;
use tokio::time::Instant;

use crate::raw::{FutureId, Raw, What};

#[derive(Default)]
pub(crate) struct Log {
    /// The path of the program's file.
    file: String,
    start: Option<Instant>,
    /// The time at which the program ended; what the runtime still drops is
    /// noted at this time.
    ended: Option<u64>,
    /// `main` has returned: until the runtime is dropped, nothing happens
    /// that would happen without the recorder.
    done: bool,
    /// A check came to its verdict before its end.
    over: Option<Outcome>,
    /// More observations than this are not taken.
    most: Option<usize>,
    /// The thread has ended, or was stopped.
    stopped: Option<Stopped>,
    raw: Vec<Raw>,
    futures: FutureId,
}

/// Why a program does not go on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// It is over, in the usual way.
    Ended,
    /// It made too much: observations, or memory.
    Flood,
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

/// A log, and the bell that rings when the program has stopped.
#[derive(Default)]
pub(crate) struct Shared {
    log: Mutex<Log>,
    bell: Condvar,
}

thread_local! {
    static HERE: RefCell<Option<Arc<Shared>>> = const { RefCell::new(None) };
    /// This thread notes something: it must not stand still now.
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// The log of the program that has the process to itself: threads that it
/// starts write there.
static EVERYWHERE: Mutex<Option<Arc<Shared>>> = Mutex::new(None);

impl Shared {
    pub fn of(file: &str, most: Option<usize>) -> Arc<Self> {
        let log = Log {
            file: file.to_owned(),
            most,
            ..Log::default()
        };
        Arc::new(Self {
            log: Mutex::new(log),
            bell: Condvar::new(),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Log> {
        // What was noted before a panic is still good.
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn stop(&self, why: Stopped) {
        self.lock().stopped.get_or_insert(why);
        self.bell.notify_all();
    }

    /// Waits until the program has stopped; nothing if it takes longer than
    /// `at_most`, or has done nothing for so long as `idle`.
    pub fn wait(&self, idle: Duration, at_most: Duration) -> Option<Stopped> {
        let begun = std::time::Instant::now();
        let mut log = self.lock();
        loop {
            let seen = log.raw.len();
            let left = at_most.saturating_sub(begun.elapsed());
            let waited =
                self.bell.wait_timeout_while(log, idle.min(left), |log| {
                    log.stopped.is_none()
                });
            (log, _) = waited.unwrap_or_else(PoisonError::into_inner);
            let stands = log.raw.len() == seen || left <= idle;
            if log.stopped.is_some() || stands {
                return log.stopped;
            }
        }
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
        let t = log.raw.last().map_or(0, |raw| raw.t);
        let stack = None;
        log.raw.push(Raw { t, what, stack });
    }

    /// Ends the recording: its observations, its length in microseconds, and
    /// the verdict that came before its end.
    pub fn take(&self) -> (Vec<Raw>, u64, Option<Outcome>) {
        let mut log = self.lock();
        log.start = None;
        log.done = false;
        let raw = std::mem::take(&mut log.raw);
        let last = raw.last().map_or(0, |raw| raw.t);
        (raw, log.ended.take().unwrap_or(last), log.over)
    }
}

/// Notes of this thread belong there from now on.
pub(crate) fn here(shared: &Arc<Shared>) {
    HERE.set(Some(Arc::clone(shared)));
}

/// Notes of any thread that has no log of its own belong there, too.
pub(crate) fn everywhere(shared: Option<&Arc<Shared>>) {
    let mut known = EVERYWHERE.lock().unwrap_or_else(PoisonError::into_inner);
    *known = shared.cloned();
}

fn with<T>(act: impl FnOnce(&mut Log) -> T) -> Option<T> {
    let shared = HERE.try_with(|here| here.try_borrow().ok()?.clone());
    let shared = shared.ok()??;
    let mut log = shared.lock();
    Some(act(&mut log))
}

/// Begins a recording on this thread.
pub(crate) fn start(now: Instant) {
    with(|log| log.start = Some(now));
}

/// `main` has returned. It is a task here, so that the runtime may still poll
/// other tasks; in a plain program it does not.
pub(crate) fn main_done(error: Option<String>) {
    note(What::MainDone { error });
    with(|log| log.done = true);
}

/// The check has its verdict: what follows is not the program's any more.
pub(crate) fn over(outcome: Outcome) {
    anywhere(|log| {
        log.over = Some(outcome);
        log.done = true;
    });
}

/// Whether `main` has returned.
pub(crate) fn done() -> bool {
    with(|log| log.done).unwrap_or(false)
}

/// The program has ended. What follows happens while the runtime is dropped.
/// `check`: what a check did last, for itself, does not count.
pub(crate) fn end(now: Instant, check: bool) {
    with(|log| {
        let end = log.start.map(|start| micros(now - start));
        log.ended = end;
        match log.over {
            // What woke up then was the check's own limit.
            Some(Outcome::Deadlock | Outcome::Flood) => {
                log.raw.retain(|raw| Some(raw.t) < end);
                log.ended = log.raw.last().map(|raw| raw.t);
                log.start = None;
            }
            _ if check => log.trim(),
            _ => {}
        }
    });
}

impl Log {
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
        let last = self.raw.iter().rev().find(|raw| !own(raw));
        let t = last.map_or(0, |raw| raw.t);
        let done = |raw: &Raw| matches!(raw.what, What::MainDone { .. });
        self.raw.retain(|raw| raw.t <= t && !done(raw));
        self.ended = Some(t);
        let what = What::MainDone { error: None };
        let stack = None;
        self.raw.push(Raw { t, what, stack });
    }
}

pub(crate) fn recording() -> bool {
    with(|log| log.start.is_some()).unwrap_or(false)
}

/// The program's file, if this thread records, or one that the program has
/// started.
pub(crate) fn file() -> Option<String> {
    let mut file = None;
    anywhere(|log| file = log.start.map(|_| log.file.clone()));
    file
}

pub(crate) fn note_panic(message: String, line: u32) {
    note_anywhere(What::Panicked { message, line });
}

pub(crate) fn note(what: What) {
    push(what, false);
}

/// Notes it together with the call stack.
pub(crate) fn note_here(what: What) {
    push(what, true);
}

/// Notes it also on a thread that the program has started. Its time is that
/// of the last observation: the thread may have another clock.
pub(crate) fn note_anywhere(what: What) {
    if recording() {
        return note_here(what);
    }
    anywhere(|log| {
        if log.start.is_some() && !log.done {
            let t = log.raw.last().map_or(0, |raw| raw.t);
            log.raw.push(Raw {
                t,
                what,
                stack: None,
            });
        }
    });
}

fn anywhere(act: impl FnOnce(&mut Log)) {
    let known = EVERYWHERE.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.clone();
    let here = HERE.try_with(|here| here.borrow().clone()).ok().flatten();
    if let Some(shared) = here.or(known) {
        act(&mut shared.lock());
    }
}

pub(crate) fn new_future() -> FutureId {
    with(|log| {
        log.futures += 1;
        log.futures
    })
    .unwrap_or(0)
}

fn push(what: What, stack: bool) {
    if !recording() {
        return;
    }
    BUSY.set(true);
    // Both are taken before the log is locked: they may call back.
    let stack = stack.then(Backtrace::new_unresolved);
    let now = Instant::now();
    let full = with(|log| {
        let Some(start) = log.start else { return false };
        if log.done && log.ended.is_none() {
            return false;
        }
        let t = log.ended.unwrap_or_else(|| micros(now - start));
        log.raw.push(Raw { t, what, stack });
        log.most.is_some_and(|most| log.raw.len() >= most)
    });
    BUSY.set(false);
    if full == Some(true) {
        too_much();
    }
}

/// Stops the program instead of the process that it would end: this thread
/// stands still from here on. Does nothing where nobody records within bounds.
pub fn stops(how: Stop) {
    stand_still(Stopped::By(how));
}

/// Stops the program, which has made too much: this thread stands still from
/// here on. Does nothing where nobody records within bounds.
pub fn too_much() {
    if !BUSY.try_with(Cell::get).unwrap_or(true) {
        stand_still(Stopped::Flood);
    }
}

fn stand_still(why: Stopped) {
    let here = HERE.try_with(|here| here.try_borrow().ok()?.clone());
    let here = here.ok().flatten();
    let shared = here.or_else(|| {
        let known = EVERYWHERE.try_lock().ok()?;
        known.clone()
    });
    let Some(shared) = shared else { return };
    let bounded = {
        let Ok(mut log) = shared.log.try_lock() else {
            return;
        };
        let bounded = log.most.is_some() && log.start.is_some();
        if bounded {
            log.start = None;
            log.stopped.get_or_insert(why);
            shared.bell.notify_all();
        }
        bounded
    };
    if bounded {
        loop {
            std::thread::park();
        }
    }
}

fn micros(duration: std::time::Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
