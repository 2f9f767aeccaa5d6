//! Tells whoever listens what happens here: who is inside a service, and what
//! belongs to the check and not to the code that it checks.
//!
//! Events of `tracing` with the target `lab`. The recorder hears them; while a
//! check runs by itself, nobody does, and they cost next to nothing.

use std::sync::atomic::{AtomicU64, Ordering};

use tracing::trace;

/// How a check came to its verdict before its end.
#[derive(Clone, Copy)]
pub enum Over {
    /// Something was not as expected.
    Complaint,
    /// The reader's code panicked.
    Panic,
    /// It waits for something that cannot happen any more.
    Deadlock,
    /// It has no end.
    Endless,
}

/// Does anybody hear of this?
pub fn somebody_listens() -> bool {
    tracing::enabled!(target: "lab", tracing::Level::TRACE)
}

/// A visit begins. Its number is used only once in this process.
pub fn enter(lane: &str) -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let visit = NEXT.fetch_add(1, Ordering::Relaxed);
    trace!(target: "lab", enter = lane, visit);
    visit
}

pub fn leave(visit: u64, dropped: bool) {
    trace!(target: "lab", leave = visit, dropped);
}

/// The reader's function `what` is about to be awaited.
pub fn begins(what: &str) {
    trace!(target: "lab", begins = what);
}

/// The reader's function has returned.
pub fn returned() {
    trace!(target: "lab", returned = true);
}

pub fn over(how: Over) {
    let how = match how {
        Over::Complaint => "complaint",
        Over::Panic => "panic",
        Over::Deadlock => "deadlock",
        Over::Endless => "endless",
    };
    trace!(target: "lab", over = how);
}

/// Makes a timer that belongs to the check.
pub fn own<T>(make: impl FnOnce() -> T) -> T {
    trace!(target: "lab", own = true);
    let made = make();
    trace!(target: "lab", own = false);
    made
}
