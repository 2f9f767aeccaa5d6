//! What is known of a lane, of a wait, and of what is done to a resource.

use timeline::WaitFor;

use crate::raw::SpanId;

/// A wait as it was last seen.
#[derive(Clone)]
pub(super) struct Wait {
    pub on: WaitFor,
    pub of: Vec<u32>,
    pub n: Option<u32>,
    pub span: Option<SpanId>,
    pub site: Option<u32>,
    pub until: Option<u64>,
    /// What it waits for comes from outside of the process.
    pub outside: bool,
}

/// What is known of a lane while it lives.
#[derive(Default)]
pub(super) struct Life {
    pub polled: bool,
    pub ended: bool,
    pub woken: bool,
    /// Waits begun in the current poll.
    pub fresh: Vec<Wait>,
    /// Waits that hold from earlier polls.
    pub waits: Vec<Wait>,
    /// A wake that was taken for the echo of a child's: the event that tells
    /// of that, and the child.
    pub echo: Option<(usize, u32)>,
    /// Branches and futures that were polled in the current poll and are
    /// pending. Some may be dropped before it ends.
    pub pending_children: Vec<u32>,
    /// The line at which the lane awaits that.
    pub child_site: Option<u32>,
    /// The line of the variable that it polls now, and the task, if that is
    /// a handle.
    pub at: Option<(u32, Option<u32>)>,
    /// Of a branch: the line of its macro, and its own.
    pub branch: Option<(u32, u32)>,
    /// It only borrows what it polls.
    pub lent: bool,
    pub sending: Option<String>,
    /// The channel of which it freed a slot last.
    pub channel: Option<u32>,
    /// The channel of which it took a slot last.
    pub slot: Option<u32>,
}

#[derive(Clone, Copy)]
pub(super) struct Op {
    pub span: SpanId,
    pub resource: Option<u32>,
    pub lane: u32,
    pub requested: u32,
    pub obtained: u32,
    /// Where it was taken at once.
    pub site: Option<u32>,
    pub done: bool,
}
