//! Who is told: the recorder, if there is one.

use std::sync::OnceLock;

use tokio::runtime::Builder;

pub type FutureId = u32;

/// How a future came to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Made {
    Call,
    Block,
    /// A call of somebody else's function that is spawned: a future of the
    /// program that it returns is the same one.
    Spawned,
    /// A branch of the macro at line `of`. `lent`: the branch only borrows
    /// the future.
    Branch {
        of: u32,
        lent: bool,
    },
}

/// What a probe tells.
pub enum Note {
    Created {
        future: FutureId,
        name: String,
        made: Made,
        line: u32,
        /// It is a probed future already, that a function has handed out: one
        /// future, and not two.
        again: bool,
    },
    FuturePoll {
        future: FutureId,
    },
    FuturePending {
        future: FutureId,
    },
    FutureReady {
        future: FutureId,
        error: Option<String>,
    },
    FutureWake {
        future: FutureId,
    },
    /// Its drop begins; what it holds is dropped after this.
    FutureDropped {
        future: FutureId,
    },
    /// Its drop is over.
    FutureGone {
        future: FutureId,
    },
    /// A thread begins to block on a future, which is told as a part of `main`.
    BlockOn {
        line: u32,
    },
    RootPoll,
    RootPending,
    RootReady,
    RootWake,
    /// A future that a variable holds is polled at this line; the task, if it
    /// is a handle.
    At {
        line: u32,
        task: Option<u64>,
    },
    AtDone,
    Sending {
        value: String,
        line: u32,
    },
    /// A send that is no future: whether it succeeded.
    SendDone {
        ok: bool,
    },
    Received {
        value: String,
    },
    /// A call that others may notice begins.
    Called {
        what: &'static str,
        task: Option<u64>,
        line: u32,
    },
    CallDone,
    /// `try_acquire` and the like succeeded.
    Tried {
        what: &'static str,
    },
    Out {
        text: String,
        line: u32,
    },
}

/// What listens to the probes.
pub trait Recorder: Sync {
    /// `with_stack`: the call stack tells what caused it.
    fn note(&self, note: Note, with_stack: bool);

    fn new_future(&self) -> FutureId;

    /// `main` has returned: a plain program polls nothing any more.
    fn is_done(&self) -> bool;

    /// A probe's waker was cloned, as Tokio does for its own.
    fn waker_cloned(&self);

    /// The program builds a runtime.
    fn built(&self, builder: &mut Builder, multi_thread: bool);
}

static RECORDER: OnceLock<&'static dyn Recorder> = OnceLock::new();

/// Has the probes of this process tell `recorder`; the first one stays.
pub fn listen(recorder: &'static dyn Recorder) {
    let _ = RECORDER.set(recorder);
}

fn with<T>(ask: impl FnOnce(&dyn Recorder) -> T) -> Option<T> {
    RECORDER.get().map(|recorder| ask(*recorder))
}

pub(crate) fn note(note: Note) {
    with(|recorder| recorder.note(note, false));
}

/// Notes it together with the call stack.
pub(crate) fn note_here(note: Note) {
    with(|recorder| recorder.note(note, true));
}

pub(crate) fn new_future() -> FutureId {
    with(|recorder| recorder.new_future()).unwrap_or(0)
}

pub(crate) fn is_done() -> bool {
    with(|recorder| recorder.is_done()).unwrap_or(false)
}

pub(crate) fn waker_cloned() {
    with(|recorder| recorder.waker_cloned());
}

pub(crate) fn built(builder: &mut Builder, multi_thread: bool) {
    with(|recorder| recorder.built(builder, multi_thread));
}
