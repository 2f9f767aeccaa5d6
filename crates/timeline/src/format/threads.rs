//! What is told of a run that has threads, the machine's clock, or no end.

use serde::{Deserialize, Serialize};

#[cfg(test)]
use {schemars::JsonSchema, ts_rs::TS};

/// Something that the paused clock cannot show as it is: why a run was
/// recorded on the machine's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Need {
    pub kind: NeedKind,
    /// Where the source has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<u32>,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum NeedKind {
    /// A thread of its own: `std::thread`.
    Thread,
    /// `spawn_blocking`
    SpawnBlocking,
    /// `block_in_place`
    BlockInPlace,
    /// `std::thread::sleep`
    ThreadSleep,
    /// `std::time::Instant` or `SystemTime`
    SystemTime,
    /// `std::sync` or `std` calls that hold the thread until another comes.
    BlockingCall,
    Socket,
    /// `tokio::fs`, or standard input and output of `tokio::io`.
    File,
    Process,
    Signal,
    /// The runtime has several workers.
    Workers,
    /// A runtime besides that of `main`.
    SecondRuntime,
}

/// A thread of the process that was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Thread {
    pub kind: ThreadKind,
    /// `worker 2`, or the name that the program gave it.
    pub name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(rename_all = "snake_case")]
pub enum ThreadKind {
    /// It runs `main`.
    Main,
    /// One of a runtime with several workers.
    Worker,
    /// One of the blocking pool.
    Blocking,
    /// The program has started it.
    Foreign,
}

/// Where a thread stood when the run was stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Stand {
    pub thread: u32,
    /// The lane that was polled, or that the thread is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<u32>,
    /// The lines of the source on its call stack, innermost first.
    pub sites: Vec<u32>,
    /// The function that the innermost line calls, where it does not return:
    /// `std::thread::sleep`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// The last thing that the thread was seen to do, in microseconds.
    pub since: u64,
}

/// A part of a long run that was not kept, between two events. What lives on
/// through it is told of before and after; what lived only in it is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
pub struct Gap {
    /// The first event after it, by its place in `Run::events`.
    pub before: u32,
    pub from: u64,
    pub to: u64,
    /// Lanes that began and ended in it.
    pub lanes: u64,
    /// Polls of any lane in it.
    pub polls: u64,
    /// Lines printed in it.
    pub lines: u64,
}

/// What a reader should know of how a run was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema, TS))]
#[serde(tag = "k", rename_all = "snake_case")]
pub enum Note {
    /// Calls at these lines are not told of: with a probe they do not compile.
    FewerProbes { sites: Vec<u32> },
    /// The program asks for several workers, and was recorded on one thread.
    OneThread,
    /// The program pauses, resumes or moves the clock itself.
    OwnClock,
    /// Of so many recordings, not all were equal: what is marked differed.
    Varies { recordings: u32 },
}
