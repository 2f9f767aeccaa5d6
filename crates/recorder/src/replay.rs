//! Turns the observations into a run of the recording format.

mod life;
mod resources;
mod visits;
mod waits;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use timeline::{Event, EventKind, Lane, Outcome, Resource, Run, Site, WaitFor};

use crate::Program;
use crate::frames::{Stack, Symbols};
use crate::lanes::{Lanes, Owner};
use crate::raw::{FutureId, Raw, SpanId, TaskId, VisitId, WakerOp, What};

pub(crate) fn replay<'a>(
    program: &Program<'a>,
    all: &'a [Raw],
    end: u64,
    outcome: Outcome,
) -> Run {
    let mut replay = Replay::new(program, Lanes::find(all));
    replay.panics = outcome == Outcome::Panic;
    for (at, raw) in all.iter().enumerate() {
        replay.rest = &all[at + 1..];
        let stack = replay.symbols.read(raw.stack.as_ref());
        replay.t = raw.t;
        replay.step(&raw.what, &stack);
    }
    if !matches!(outcome, Outcome::Deadlock | Outcome::Hung | Outcome::Flood) {
        replay.t = end;
        replay.drop_the_rest();
    }
    replay.number_tasks();
    Run {
        end,
        outcome,
        sites: replay.sites,
        lanes: replay.lanes,
        resources: replay.resources,
        events: replay.events,
        ..Run::default()
    }
}

/// A wait as it was last seen.
#[derive(Clone)]
struct Wait {
    on: WaitFor,
    of: Vec<u32>,
    n: Option<u32>,
    span: Option<SpanId>,
    site: Option<u32>,
    until: Option<u64>,
}

/// What is known of a lane while it lives.
#[derive(Default)]
struct Life {
    polled: bool,
    ended: bool,
    woken: bool,
    /// Waits begun in the current poll.
    fresh: Vec<Wait>,
    /// Waits that hold from earlier polls.
    waits: Vec<Wait>,
    /// Branches and futures that were polled in the current poll and are
    /// pending. Some may be dropped before it ends.
    pending_children: Vec<u32>,
    /// The line at which the lane awaits that.
    child_site: Option<u32>,
    /// The line of the variable that it polls now, and the task, if that is
    /// a handle.
    at: Option<(u32, Option<u32>)>,
    /// Of a branch: the line of its macro, and its own.
    branch: Option<(u32, u32)>,
    /// It only borrows what it polls.
    lent: bool,
    sending: Option<String>,
    /// The channel of which it freed a slot last.
    channel: Option<u32>,
    /// The channel of which it took a slot last.
    slot: Option<u32>,
}

struct Replay<'a> {
    /// What comes after the observation in hand.
    rest: &'a [Raw],
    names: BTreeMap<u32, &'a str>,
    symbols: Symbols,
    owners: Lanes,
    t: u64,
    sites: Vec<Site>,
    lanes: Vec<Lane>,
    lives: Vec<Life>,
    resources: Vec<Resource>,
    events: Vec<Event>,
    by_owner: BTreeMap<Owner, u32>,
    task_spans: BTreeMap<SpanId, TaskId>,
    spans: BTreeMap<SpanId, u32>,
    /// A timer's deadline, by its span.
    deadlines: BTreeMap<SpanId, u64>,
    /// Timers that belong to a `timeout`.
    timeouts: BTreeSet<SpanId>,
    ops: BTreeMap<SpanId, Op>,
    /// The lanes that are being polled, outermost first.
    running: Vec<u32>,
    task: Option<TaskId>,
    /// Enters of the task's span in its current poll.
    enters: u32,
    /// The current task's own future was polled.
    root_polled: bool,
    /// Futures whose drop has begun, and their lanes.
    dropping: Vec<(FutureId, u32)>,
    /// What is in each channel, by its number.
    queues: BTreeMap<u32, VecDeque<String>>,
    panic: Option<String>,
    /// The whole run ends with one.
    panics: bool,
    /// What each visit that goes on is called.
    inside: BTreeMap<VisitId, String>,
    /// How often the checked function has returned.
    returns: usize,
    /// A wake went through this lane's probe: what it sets off further out
    /// says nothing new.
    chain: Option<u32>,
}

#[derive(Clone, Copy)]
struct Op {
    span: SpanId,
    resource: Option<u32>,
    lane: u32,
    requested: u32,
    obtained: u32,
    done: bool,
}

impl<'a> Replay<'a> {
    fn new(program: &Program<'a>, owners: Lanes) -> Self {
        Self {
            rest: &[],
            names: program.names.iter().copied().collect(),
            symbols: Symbols::new(program.file),
            owners,
            t: 0,
            sites: Vec::new(),
            lanes: Vec::new(),
            lives: Vec::new(),
            resources: Vec::new(),
            events: Vec::new(),
            by_owner: BTreeMap::new(),
            task_spans: BTreeMap::new(),
            spans: BTreeMap::new(),
            deadlines: BTreeMap::new(),
            timeouts: BTreeSet::new(),
            ops: BTreeMap::new(),
            running: Vec::new(),
            task: None,
            enters: 0,
            root_polled: false,
            dropping: Vec::new(),
            queues: BTreeMap::new(),
            panic: None,
            panics: false,
            inside: BTreeMap::new(),
            returns: 0,
            chain: None,
        }
    }

    fn step(&mut self, what: &What, stack: &Stack) {
        let chain = self.chain.take();
        match what {
            What::Spawned { task } => self.spawned(*task, false),
            What::TaskSpan {
                span,
                task,
                blocking,
            } => {
                self.task_spans.insert(*span, *task);
                self.spawned(*task, *blocking);
                self.place(Owner::Task(*task), stack.line());
            }
            What::PollStart { task } => {
                self.task = Some(*task);
                self.enters = 0;
                self.root_polled = false;
                self.begin(Owner::Task(*task));
            }
            What::TaskSpanEnter { .. } => self.enters += 1,
            What::SpanClosed { span } => self.closed(*span),
            What::PollEnd => {
                self.pending();
                self.running.clear();
                self.task = None;
            }
            What::Terminated { task } => self.terminated(*task),
            What::Waker {
                op: WakerOp::Clone,
                resource,
                ..
            } => {
                self.waits(*resource, stack);
            }
            What::Waker {
                op: WakerOp::Wake,
                task_span,
                ..
            } if chain.is_none() => {
                let task = self.task_spans.get(task_span).copied();
                if let Some(lane) =
                    task.and_then(|task| self.lane(Owner::Task(task)))
                {
                    self.wake(lane, stack);
                }
            }
            What::Waker { .. } => {}
            What::FutureWake { future } => {
                let lane = self.lane(Owner::Future(*future));
                // The probe around a woken future passes the wake on.
                let passed_on = lane
                    .zip(chain)
                    .is_some_and(|(lane, from)| self.is_within(from, lane));
                if let Some(lane) = lane.filter(|_| !passed_on) {
                    self.wake(lane, stack);
                }
                self.chain = lane.or(chain);
            }
            What::Resource { span, of, concrete } => {
                if stack.is_deadline() {
                    self.timeouts.insert(*span);
                }
                self.resource(*span, *of, concrete, stack);
            }
            What::Permits { resource, op, n } => {
                self.permits(*resource, *op, *n, stack);
            }
            What::Op { op, resource } => self.op(*op, *resource),
            What::Requested { op, n } => {
                if let Some(op) = self.ops.get_mut(op) {
                    op.requested = *n;
                }
            }
            What::Obtained { op, n } => self.obtained(*op, *n, stack),
            What::PollOp { op, ready: true } => self.op_ready(*op),
            What::PollOp { .. } => {}
            What::Duration { resource, ms } => {
                let until = self.t + ms * 1000;
                self.deadlines.insert(*resource, until);
            }
            What::Created { future, .. } => self.created(*future),
            What::FuturePoll { future } => self.future_poll(*future),
            What::FuturePending { future } => {
                if self.own_poll(*future) {
                    self.pending();
                    let lane = self.running.pop();
                    if let (Some(lane), Some(parent)) = (lane, self.current()) {
                        let life = &mut self.lives[parent as usize];
                        life.pending_children.push(lane);
                    }
                }
            }
            What::FutureReady { future, error } => {
                self.future_ready(*future, error.clone());
            }
            What::FutureDropped { future } => {
                self.future_dropped(*future, stack)
            }
            What::FutureGone { future } => self.future_gone(*future),
            What::At { line, task } => self.at(*line, *task),
            What::AtDone => {
                if let Some(lane) = self.current() {
                    self.lives[lane as usize].at = None;
                }
            }
            What::Sending { value, line } => self.sending(value, *line),
            What::SendDone { .. } | What::CallDone => {}
            What::Received { value } => self.received(value),
            What::Called { what, task, line } => {
                self.called(what, *task, *line)
            }
            What::Tried { what } => self.tried(what),
            What::MainDone { error } => self.main_done(error.clone()),
            What::Out { text, line } => {
                let site = Some(self.site(*line));
                let lane = self.current().unwrap_or(0);
                let text = text.clone();
                self.event(EventKind::Out { lane, text, site });
            }
            What::Enter { visit, name } => self.enters(*visit, name, stack),
            What::Leave { visit, dropped } => self.leaves(*visit, *dropped),
            What::Begins { .. } => {}
            What::Returned => self.returned(),
            What::Panicked { message, line: 0 } => {
                self.panic = Some(message.clone());
            }
            What::Panicked { message, line } => {
                self.panic = Some(format!("{message} (line {line})"));
            }
        }
    }

    // Polls

    fn begin(&mut self, owner: Owner) {
        let Some(lane) = self.lane(owner) else { return };
        // A check goes on when what it checks has returned: that is its own.
        if lane == 0 && self.lives[0].ended {
            self.running.push(lane);
            return;
        }
        let life = &mut self.lives[lane as usize];
        life.polled = true;
        life.woken = false;
        life.pending_children.clear();
        life.fresh.clear();
        life.at = None;
        self.running.push(lane);
        self.event(EventKind::Poll { lane });
    }

    /// Whether a future has polls of its own: not when it is the whole of a
    /// task, nor when it is the wrapper around a branch.
    fn own_poll(&self, future: FutureId) -> bool {
        let owner = Owner::Future(future);
        self.owners.owner(owner) == owner && self.lane(owner).is_some()
    }

    fn future_poll(&mut self, future: FutureId) {
        let owner = self.owners.owner(Owner::Future(future));
        if self.task.map(Owner::Task) == Some(owner) {
            self.root_polled = true;
        }
        if self.own_poll(future) {
            self.begin(Owner::Future(future));
        }
    }

    // Events

    fn site(&mut self, line: u32) -> u32 {
        let site = Site { file: 0, line };
        let at = self.sites.iter().position(|known| *known == site);
        number(at.unwrap_or_else(|| {
            self.sites.push(site);
            self.sites.len() - 1
        }))
    }

    fn event(&mut self, kind: EventKind) {
        self.events.push(Event::new(self.t, kind));
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
