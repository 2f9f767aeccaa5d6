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
    TaskSpanEnter,
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
    FutureDropped {
        future: FutureId,
    },
    Sending {
        value: String,
    },
    Received {
        value: String,
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
    pub branch: bool,
    pub line: u32,
}

#[derive(Default)]
struct Log {
    start: Option<Instant>,
    /// The time at which the program ended; what the runtime still drops is
    /// noted at this time.
    ended: Option<u64>,
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
            let t = log.ended.unwrap_or_else(|| micros(now - start));
            log.raw.push(Raw { t, what, stack });
        }
    });
}

fn micros(duration: std::time::Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}
