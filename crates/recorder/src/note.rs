//! Notes of a thread: which log they belong to, and what stops a program.

use std::cell::{Cell, RefCell};
use std::sync::{Arc, Mutex, PoisonError};

use backtrace::Backtrace;
use timeline::Outcome;
use tokio::time::Instant;

use crate::log::{Log, Shared, Stop, Stopped};
use crate::raw::{FutureId, SpanId, What};

thread_local! {
    static HERE: RefCell<Option<Arc<Shared>>> = const { RefCell::new(None) };
    /// This thread notes something: it must not stand still now.
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// The log of the program that has the process to itself: threads that it
/// starts write there.
static EVERYWHERE: Mutex<Option<Arc<Shared>>> = Mutex::new(None);

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

/// Begins a recording on this thread, by the paused clock of the runtime that
/// is entered.
pub(crate) fn start() {
    with(Log::start_paused);
}

/// Begins a recording on this thread, by the clocks of the runtimes that the
/// program builds itself.
pub(crate) fn start_own() {
    with(Log::start_own);
}

/// Begins a recording on this thread, by the machine's clock.
pub(crate) fn start_real() {
    with(Log::start_real);
}

/// The program has ended: what a thread still does is not told.
pub(crate) fn end_real() {
    with(Log::end_real);
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
    with(|log| log.end(now, check));
}

pub(crate) fn recording() -> bool {
    with(|log| log.is_open()).unwrap_or(false)
}

/// The program's file, if this thread records, or one that the program has
/// started.
pub(crate) fn file() -> Option<String> {
    let mut file = None;
    anywhere(|log| file = log.file());
    file
}

pub(crate) fn note_panic(message: String, line: u32) {
    note_anywhere(What::Panicked { message, line });
}

pub(crate) fn note(what: What) {
    push(what, false);
}

/// The poll of a task is over. On the paused clock a hook tells.
pub(crate) fn note_exit(span: SpanId) {
    if anywhere(|log| log.is_real()) == Some(true) {
        note(What::TaskSpanExit { span });
    }
}

/// Notes it together with the call stack.
pub(crate) fn note_here(what: What) {
    push(what, true);
}

/// Notes it also on a thread that the program has started, whatever the clock.
/// On the paused one its time is that of the last observation.
pub(crate) fn note_anywhere(what: What) {
    if recording() {
        return note_here(what);
    }
    anywhere(|log| log.add_anywhere(what));
}

/// The log of this thread, or of the program that has the process to itself.
fn nearest() -> Option<Arc<Shared>> {
    let here = HERE.try_with(|here| here.try_borrow().ok()?.clone());
    here.ok().flatten().or_else(|| {
        let known = EVERYWHERE.lock();
        known.unwrap_or_else(PoisonError::into_inner).clone()
    })
}

fn anywhere<T>(act: impl FnOnce(&mut Log) -> T) -> Option<T> {
    let shared = nearest()?;
    let mut log = shared.lock();
    Some(act(&mut log))
}

pub(crate) fn new_future() -> FutureId {
    anywhere(Log::new_future).unwrap_or(0)
}

fn push(what: What, stack: bool) {
    let Some(shared) = nearest() else { return };
    let own = HERE.try_with(|here| here.borrow().is_some());
    if !shared.lock().hears(own == Ok(true)) {
        return;
    }
    BUSY.set(true);
    // It is taken before the log is locked: it may call back.
    let stack = stack.then(Backtrace::new_unresolved);
    let full = shared.lock().add(what, stack);
    BUSY.set(false);
    if full {
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
    if shared.is_some_and(|shared| shared.closes(why)) {
        loop {
            std::thread::park();
        }
    }
}
