//! What is written down while the program runs, before it is understood.

use std::cell::RefCell;

use backtrace::Backtrace;
use tokio::time::Instant;

/// One observation, with the time in microseconds of the paused clock.
pub(crate) struct Raw {
    pub t: u64,
    pub what: What,
    /// The call stack, where it tells which line caused the observation.
    pub stack: Option<Backtrace>,
}

pub(crate) type SpanId = u64;
pub(crate) type TaskId = u64;
pub(crate) type FutureId = u32;

pub(crate) enum What {
    // From the runtime's task hooks.
    Spawned {
        task: TaskId,
    },
    PollStart {
        task: TaskId,
    },
    PollEnd,
    Terminated {
        task: TaskId,
    },
    // From Tokio's tracing spans and events.
    TaskSpan {
        span: SpanId,
        task: TaskId,
        blocking: bool,
    },
    TaskSpanEnter {
        span: SpanId,
    },
    SpanClosed {
        span: SpanId,
    },
    Waker {
        op: WakerOp,
        task_span: SpanId,
        resource: Option<SpanId>,
    },
    /// `of` is the resource that is being built around this one.
    Resource {
        span: SpanId,
        of: Option<SpanId>,
        concrete: String,
    },
    /// The resource's free permits: set, added to or taken from.
    Permits {
        resource: SpanId,
        op: Change,
        n: u32,
    },
    /// An operation on a resource begins.
    Op {
        op: SpanId,
        resource: SpanId,
    },
    /// How many permits an operation asks for.
    Requested {
        op: SpanId,
        n: u32,
    },
    /// Permits given to the operation that waits for them.
    Obtained {
        op: SpanId,
        n: u32,
    },
    PollOp {
        op: SpanId,
        ready: bool,
    },
    /// A timer's distance, in milliseconds, told at its first poll.
    Duration {
        resource: SpanId,
        ms: u64,
    },
    // From the probes in the copy of the example.
    Created {
        future: FutureId,
        probe: Probe,
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
    /// A future that a variable holds is polled at this line; the task, if it
    /// is a handle.
    At {
        line: u32,
        task: Option<TaskId>,
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
        task: Option<TaskId>,
        line: u32,
    },
    CallDone,
    /// `try_acquire` and the like succeeded.
    Tried {
        what: &'static str,
    },
    /// `main` has returned, perhaps an error.
    MainDone {
        error: Option<String>,
    },
    Out {
        text: String,
        line: u32,
    },
    // From the panic hook.
    Panicked {
        message: String,
        line: u32,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum WakerOp {
    Clone,
    Wake,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Add,
    Sub,
    Set,
}

#[derive(Clone)]
pub(crate) struct Probe {
    pub name: String,
    pub made: Made,
    pub line: u32,
}

/// How a future came to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Made {
    Call,
    Block,
    /// A branch of the macro at line `of`. `lent`: the branch only borrows
    /// the future.
    Branch {
        of: u32,
        lent: bool,
    },
}

impl Probe {
    pub fn is_branch(&self) -> bool {
        matches!(self.made, Made::Branch { .. })
    }
}

#[derive(Default)]
struct Log {
    start: Option<Instant>,
    /// The time at which the program ended; what the runtime still drops is
    /// noted at this time.
    ended: Option<u64>,
    /// `main` has returned: until the runtime is dropped, nothing happens
    /// that would happen without the recorder.
    done: bool,
    raw: Vec<Raw>,
    futures: FutureId,
}

thread_local! {
    static LOG: RefCell<Log> = RefCell::default();
}

/// Begins a recording on this thread.
pub(crate) fn start(now: Instant) {
    LOG.with_borrow_mut(|log| {
        *log = Log {
            start: Some(now),
            ..Log::default()
        };
    });
}

/// `main` has returned. It is a task here, so that the runtime may still poll
/// other tasks; in a plain program it does not.
pub(crate) fn main_done(error: Option<String>) {
    note(What::MainDone { error });
    LOG.with_borrow_mut(|log| log.done = true);
}

/// Whether `main` has returned.
pub(crate) fn done() -> bool {
    LOG.try_with(|log| log.try_borrow().is_ok_and(|log| log.done))
        .unwrap_or(false)
}

/// The program has ended. What follows happens while the runtime is dropped.
pub(crate) fn end(now: Instant) {
    LOG.with_borrow_mut(|log| {
        log.ended = log.start.map(|start| micros(now - start));
    });
}

/// Ends the recording: its observations, and its length in microseconds.
pub(crate) fn stop() -> (Vec<Raw>, u64) {
    LOG.with_borrow_mut(|log| {
        log.start = None;
        log.done = false;
        (
            std::mem::take(&mut log.raw),
            log.ended.take().unwrap_or_default(),
        )
    })
}

pub(crate) fn recording() -> bool {
    LOG.try_with(|log| log.try_borrow().is_ok_and(|log| log.start.is_some()))
        .unwrap_or(false)
}

pub(crate) fn note(what: What) {
    push(what, false);
}

/// Notes it together with the call stack.
pub(crate) fn note_here(what: What) {
    push(what, true);
}

pub(crate) fn new_future() -> FutureId {
    LOG.with_borrow_mut(|log| {
        log.futures += 1;
        log.futures
    })
}

fn push(what: What, stack: bool) {
    if !recording() {
        return;
    }
    // Both are taken before the log is borrowed: they may call back.
    let stack = stack.then(Backtrace::new_unresolved);
    let now = Instant::now();
    LOG.with_borrow_mut(|log| {
        if let Some(start) = log.start {
            if log.done && log.ended.is_none() {
                return;
            }
            let t = log.ended.unwrap_or_else(|| micros(now - start));
            log.raw.push(Raw { t, what, stack });
        }
    });
}

fn micros(duration: std::time::Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
