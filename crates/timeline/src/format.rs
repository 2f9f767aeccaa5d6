//! The recording format, `async-timeline` version 1.
//!
//! A recording is one JSON file per example. It holds one run, or one run per
//! value of the example's knob. Times are microseconds since the program's
//! `main` began. Lanes, resources and sites are small integers that index the
//! arrays of their run.

use serde::{Deserialize, Serialize};

#[cfg(test)]
use {schemars::JsonSchema, ts_rs::TS};

pub const FORMAT: &str = "async-timeline";
pub const VERSION: u32 = 1;

/// One example, recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Recording {
    /// Always `async-timeline`.
    pub format: String,
    /// Changes only when old readers would misread the file.
    pub version: u32,
    /// The example's name: `semaphore` for `examples/semaphore.rs`.
    pub example: String,
    /// Source files, relative to the repository. `Site::file` indexes this.
    pub files: Vec<String>,
    /// SHA-256 of the first file, in hexadecimal: tells a stale recording.
    pub sha256: String,
    pub clock: Clock,
    /// The seed of Tokio's random choices (`Builder::rng_seed`).
    pub seed: String,
    /// The version of Tokio that was recorded.
    pub tokio: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knob: Option<Knob>,
    pub runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// Tokio's paused clock: it jumps to the next timer when nothing can run.
    Virtual,
    /// The machine's clock, rounded.
    Real,
}

/// A constant of the example that has one recorded run per value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Knob {
    /// The constant's name in the source: `PERMITS`.
    pub name: String,
    /// What the page calls it: `permits`.
    pub label: String,
    /// The value that the example's file has.
    pub default: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Run {
    /// The knob's value; absent when the example has no knob.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// When the program ended, in microseconds.
    pub end: u64,
    pub outcome: Outcome,
    pub sites: Vec<Site>,
    /// In the order in which they came to be; `main` is lane 0.
    pub lanes: Vec<Lane>,
    pub resources: Vec<Resource>,
    /// In the order in which they happened; `t` never decreases.
    pub events: Vec<Event>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Ok,
    /// `main` returned an error.
    Error,
    Panic,
    /// Every task waited for something that could not happen any more.
    Deadlock,
    /// It was stopped: it held its thread, or spun, for too long.
    Hung,
    /// It was stopped: it had no end, or took too much memory.
    Flood,
}

/// A line of a source file; lines count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Site {
    pub file: u32,
    pub line: u32,
}

/// Something that is polled: a task, a branch of `join!` or `select!`, or a
/// future that a variable holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Lane {
    /// Its role in the example: `download 3`.
    pub name: String,
    pub kind: LaneKind,
    /// The lane in whose polls this one is polled (branches and futures), or
    /// the lane that spawned it (tasks).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<u32>,
    /// Where it was spawned or made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<u32>,
    #[serde(default, skip_serializing_if = "Made::is_call")]
    pub made: Made,
}

/// How the future of a lane came to be.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize,
)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum Made {
    /// By a call of an async function.
    #[default]
    Call,
    /// It is an async block.
    Block,
    /// It was there before, and is now a branch of `join!` or `select!`.
    Branch,
}

impl Made {
    fn is_call(&self) -> bool {
        *self == Self::Call
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum LaneKind {
    Task,
    Blocking,
    Branch,
    Future,
    /// A stay inside a simulated service. Nobody polls it.
    Visit,
}

/// Something that several tasks share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Resource {
    pub kind: ResourceKind,
    /// The variable that holds it, where the recorder could tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<u32>,
    /// Permits or slots at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum ResourceKind {
    Semaphore,
    Channel,
    Mutex,
    RwLock,
    Barrier,
    Oneshot,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Event {
    /// Microseconds since the start.
    pub t: u64,
    #[serde(flatten)]
    pub kind: EventKind,
}

/// What happened. `lane` is always the lane it happened to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(tag = "k", rename_all = "snake_case")]
pub enum EventKind {
    /// A future was made; nobody has polled it yet.
    Created { lane: u32, by: u32 },
    /// A task was spawned: it is scheduled and has not run yet.
    Spawned { lane: u32, by: u32 },
    /// A poll begins.
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
    },
    /// The lane took `n` permits, slots or a lock.
    Acquired { lane: u32, resource: u32, n: u32 },
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
    /// Another thread.
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
