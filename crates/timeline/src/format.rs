//! The recording format, `async-timeline` version 2.
//!
//! A recording is one JSON file per example. It holds one run, or one run per
//! value of the example's knob. Times are microseconds since the program's
//! `main` began. Lanes, resources, sites and threads are small integers that
//! index the arrays of their run.
//!
//! Version 1 knew one thread, the paused clock and Tokio. Each field that is
//! new has a default that says just that, so a file of version 1 is read as it
//! is, and becomes one of version 2 when it is written.

mod event;
mod threads;

use serde::{Deserialize, Serialize};

#[cfg(test)]
use {schemars::JsonSchema, ts_rs::TS};

pub use event::{By, End, Event, EventKind, WaitFor};
pub use threads::{Gap, Need, NeedKind, Note, Stand, Thread, ThreadKind};

pub const FORMAT: &str = "async-timeline";
pub const VERSION: u32 = 2;
/// The oldest version that is read.
pub const OLDEST: u32 = 1;

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
    /// The test that was recorded, if it was one: `tests::retries`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<String>,
    /// Source files, relative to the repository. `Site::file` indexes this.
    pub files: Vec<String>,
    /// SHA-256 of the first file, in hexadecimal: tells a stale recording.
    pub sha256: String,
    /// That of the run of the example's own file.
    pub clock: Clock,
    #[serde(default, skip_serializing_if = "Runtime::is_tokio")]
    pub runtime: Runtime,
    /// The seed of Tokio's random choices (`Builder::rng_seed`).
    pub seed: String,
    /// The version of Tokio that was recorded; empty if it was another runtime.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tokio: String,
    /// The version of Python that was recorded, for `asyncio`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub python: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knob: Option<Knob>,
    pub runs: Vec<Run>,
}

#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize,
)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// Tokio's paused clock: it jumps to the next timer when nothing can run.
    #[default]
    Virtual,
    /// The machine's clock, rounded.
    Real,
}

/// What ran the program.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize,
)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum Runtime {
    #[default]
    Tokio,
    Asyncio,
}

impl Runtime {
    pub(crate) fn is_tokio(&self) -> bool {
        *self == Self::Tokio
    }
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

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Run {
    /// That of its recording: not written here.
    #[serde(skip)]
    pub runtime: Runtime,
    /// The knob's value; absent when the example has no knob.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// When the program ended, in microseconds.
    pub end: u64,
    pub outcome: Outcome,
    /// Why it was recorded on the machine's clock. Nothing: it was recorded on
    /// the paused one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
    /// Times are multiples of so many microseconds; nothing: they are exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounded: Option<u64>,
    /// The first is the thread of `main`. Nothing: there was no other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub threads: Vec<Thread>,
    /// Where threads stood when a run was stopped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stands: Vec<Stand>,
    /// What was left out of a long run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Gap>,
    /// What a reader should know of how it was recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    pub sites: Vec<Site>,
    /// In the order in which they came to be; `main` is lane 0.
    pub lanes: Vec<Lane>,
    pub resources: Vec<Resource>,
    /// In the order in which they happened; `t` never decreases. Of events on
    /// two threads, the one that was noted first stands first: what one thread
    /// did because of the other comes after it.
    pub events: Vec<Event>,
}

impl Run {
    pub fn clock(&self) -> Clock {
        match self.needs.is_empty() {
            true => Clock::Virtual,
            false => Clock::Real,
        }
    }
}

#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize,
)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    #[default]
    Ok,
    /// `main` returned an error.
    Error,
    Panic,
    /// Every task waited for something that could not happen any more.
    Deadlock,
    /// It was stopped while it waited for something that may still come: a
    /// thread, data, a signal, a process, a time.
    Waiting,
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
/// future that a variable holds; or that runs on a thread of its own.
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
    /// A closure of `spawn_blocking`, on a thread of the blocking pool.
    Blocking,
    /// A thread that the program has started.
    Thread,
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

/// For fields that a file has only when they say something.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_zero(n: &u32) -> bool {
    *n == 0
}
