//! What is written down while the program runs, before it is understood.

use backtrace::Backtrace;
pub(crate) use probes::{FutureId, Made};

/// One observation, with the time in microseconds of the recording's clock.
pub(crate) struct Raw {
    pub t: u64,
    /// The thread that noted it; that of `main` is 0.
    pub thread: u32,
    pub what: What,
    /// The call stack, where it tells which line caused the observation.
    pub stack: Option<Backtrace>,
}

impl Raw {
    /// On the thread of `main`, without a call stack.
    pub fn new(t: u64, what: What) -> Self {
        Self {
            t,
            thread: 0,
            what,
            stack: None,
        }
    }
}

pub(crate) type SpanId = u64;
pub(crate) type TaskId = u64;
pub(crate) type VisitId = u64;

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
        kind: Spawn,
    },
    TaskSpanEnter {
        span: SpanId,
    },
    /// Noted on the real clock only: there, not every runtime has hooks.
    TaskSpanExit {
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
    // Of a long run, where a part was not kept.
    GapBegins,
    GapEnds,
    /// It was polled in the gap.
    Polled {
        owner: Owner,
    },
    /// So was this for the first time: who polled it, and what had begun its
    /// own first poll and had done nothing since.
    FirstPoll {
        future: FutureId,
        parent: Option<Owner>,
        fresh: Option<Owner>,
    },
    /// A thread that the program has started ends.
    ThreadEnded,
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
    // From the simulated services of an exercise.
    /// Somebody is inside a service from now on.
    Enter {
        visit: VisitId,
        name: String,
    },
    Leave {
        visit: VisitId,
        dropped: bool,
    },
    /// The function that is checked: what it is called.
    Begins {
        name: String,
    },
    /// It has returned; what follows is the check's own.
    Returned,
    // From the panic hook.
    Panicked {
        message: String,
        line: u32,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Owner {
    Task(TaskId),
    Future(FutureId),
    /// A visit that is no other lane's whole work.
    Visit(VisitId),
    /// A thread that the program has started.
    Thread(u32),
}

/// How a task came to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spawn {
    Task,
    Blocking,
    /// The future that a runtime was asked to block on.
    BlockOn,
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
    /// What it wraps is a probed future already.
    pub again: bool,
}

impl Probe {
    pub fn is_branch(&self) -> bool {
        matches!(self.made, Made::Branch { .. })
    }
}
