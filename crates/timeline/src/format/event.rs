//! What happens in a run, and in which words of the format.

use serde::{Deserialize, Serialize};

#[cfg(test)]
use {schemars::JsonSchema, ts_rs::TS};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Event {
    /// Microseconds since the start.
    pub t: u64,
    /// The thread on which it happened, by its number in `Run::threads`.
    #[serde(default, skip_serializing_if = "super::is_zero")]
    pub thread: u32,
    /// Other recordings of the same program do not have it here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub varies: bool,
    #[serde(flatten)]
    pub kind: EventKind,
}

impl Event {
    /// On the thread of `main`.
    pub fn new(t: u64, kind: EventKind) -> Self {
        Self {
            t,
            thread: 0,
            varies: false,
            kind,
        }
    }
}

/// What happened. `lane` is always the lane it happened to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(tag = "k", rename_all = "snake_case")]
pub enum EventKind {
    /// A future was made; nobody has polled it yet.
    Created { lane: u32, by: u32 },
    /// A task was spawned: it is scheduled and has not run yet. A blocking
    /// closure is in the queue of its pool; a thread was started.
    Spawned { lane: u32, by: u32 },
    /// A poll begins; a blocking closure or a thread begins to run.
    Poll { lane: u32 },
    /// A poll ends without a result.
    Pending { lane: u32 },
    /// The lane stopped at an `.await`; holds until the lane's next `wake`.
    Wait {
        lane: u32,
        on: WaitFor,
        /// The task whose end it waits for, or the futures that it polls.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        of: Vec<u32>,
        /// How many permits, if not one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        n: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resource: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
        /// A timer's deadline, in microseconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<u64>,
    },
    /// The lane may go on: it is in the run queue.
    Wake {
        lane: u32,
        by: By,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resource: Option<u32>,
        /// Microseconds between a timer's deadline and this, if they are more
        /// than a timer's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late: Option<u64>,
    },
    /// The lane took `n` permits, slots or a lock.
    Acquired {
        lane: u32,
        resource: u32,
        n: u32,
        /// The line at which it asked for them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
    /// The lane gave `n` back. `to`: the waiting lane that got them at once.
    Released {
        lane: u32,
        resource: u32,
        n: u32,
        /// Nobody had held them: they were added.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        added: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
    /// A value went into a channel. Which one is not known of all kinds.
    Sent {
        lane: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resource: Option<u32>,
        value: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
    /// A value came out of a channel.
    Received {
        lane: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resource: Option<u32>,
        value: String,
    },
    /// A call that others may notice: `notify_one()`, `cancel()`, `abort()`.
    Called {
        lane: u32,
        what: String,
        /// The task that is aborted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<u32>,
        /// It woke nobody.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        idle: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
    /// The lane is inside a simulated service from now on.
    Enter {
        lane: u32,
        /// What the service calls the visit: `page 3`.
        what: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
    /// The lane has left the service.
    Leave {
        lane: u32,
        what: String,
        /// It was dropped before the visit was over.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        dropped: bool,
    },
    /// A line on standard output.
    Out {
        lane: u32,
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
    /// Of asyncio: somebody asks for the lane's end. An exception is thrown
    /// into it at its next turn.
    Cancel {
        lane: u32,
        by: By,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
    /// Of asyncio: an exception comes out of the lane's `await`.
    Thrown {
        lane: u32,
        /// Its class: `CancelledError`.
        what: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
    /// Of asyncio: the lane's own code runs because of an exception.
    Handler {
        lane: u32,
        /// `except` or `finally`.
        what: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
    /// The lane is over.
    End {
        lane: u32,
        how: End,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// Where a future was dropped.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<u32>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum WaitFor {
    Timer,
    /// The next tick of an interval.
    Tick,
    /// The deadline of a `timeout`, besides what it is put around.
    Deadline,
    Permit,
    /// Room in a bounded channel.
    Slot,
    /// A value from a channel.
    Message,
    Lock,
    /// A task's end.
    Join,
    /// A `TaskTracker` that is closed and empty.
    Tracker,
    Notify,
    /// A cancellation token.
    Token,
    /// A new value of a `watch`.
    Change,
    /// The value of a `SetOnce`.
    Value,
    /// A `OnceCell` that somebody else is filling.
    Cell,
    /// The end of the other side of a channel.
    Closed,
    /// Bytes.
    Read,
    /// Room for bytes.
    Write,
    /// A connection from outside, of a listener.
    Accept,
    /// The answer of the other side to a connection.
    Connect,
    /// A signal of the system.
    Signal,
    /// The end of a process.
    Process,
    Barrier,
    /// The answer of a oneshot channel.
    Answer,
    /// `yield_now`: nothing but its next turn.
    Turn,
    /// Its next turn: it has used up its budget.
    Budget,
    /// Its next turn: it has moved the clock.
    Clock,
    /// Its own branches, of `join!` or `select!`.
    Branches,
    /// A future that it awaits and that is a lane of its own.
    Future,
    /// The recorder could not tell.
    Other,
}

/// Who woke a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum By {
    Lane(u32),
    Timer,
    /// The runtime, for a task that gave up its turn.
    Runtime,
    /// The driver: data, room for data, a signal, the end of a process.
    Io,
    /// Another thread, of which nothing is known.
    Outside,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum End {
    Done,
    /// It returned an `Err`.
    Error,
    Panic,
    /// Its task was aborted.
    Aborted,
    /// It was dropped before it had finished.
    Dropped,
    /// A branch that only borrowed it was dropped: it lives on.
    LetGo,
    /// It was dropped and had never been polled.
    NeverPolled,
}
