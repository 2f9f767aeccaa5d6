//! Turns the observations into a run of the recording format.

mod life;
mod resources;

use std::collections::BTreeMap;

use timeline::{
    By, Event, EventKind, Lane, LaneKind, Outcome, Resource, Run, Site, WaitFor,
};

use crate::Program;
use crate::frames::{Stack, Symbols};
use crate::lanes::{Lanes, Owner};
use crate::raw::{FutureId, Raw, SpanId, TaskId, WakerOp, What};

pub(crate) fn replay(
    program: &Program<'_>,
    raw: &[Raw],
    end: u64,
    outcome: Outcome,
) -> Run {
    let mut replay = Replay::new(program, Lanes::find(raw));
    for raw in raw {
        let stack = replay.symbols.read(raw.stack.as_ref());
        replay.t = raw.t;
        replay.step(&raw.what, &stack);
    }
    if outcome != Outcome::Deadlock {
        replay.t = end;
        replay.drop_the_rest();
    }
    Run {
        value: None,
        end,
        outcome,
        sites: replay.sites,
        lanes: replay.lanes,
        resources: replay.resources,
        events: replay.events,
    }
}

/// A wait as it was last seen.
#[derive(Clone)]
struct Wait {
    on: WaitFor,
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
    sending: Option<String>,
    /// The channel that gave or took a slot last.
    channel: Option<u32>,
}

struct Replay<'a> {
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
    ops: BTreeMap<SpanId, Op>,
    /// The lanes that are being polled, outermost first.
    running: Vec<u32>,
    task: Option<TaskId>,
    /// Enters of the task's span in its current poll.
    enters: u32,
    panic: Option<String>,
    /// A wake went through this lane's probe: what it sets off further out
    /// says nothing new.
    chain: Option<u32>,
}

#[derive(Clone, Copy)]
struct Op {
    span: SpanId,
    resource: Option<u32>,
    lane: u32,
    obtained: u32,
    done: bool,
}

impl<'a> Replay<'a> {
    fn new(program: &Program<'a>, owners: Lanes) -> Self {
        Self {
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
            ops: BTreeMap::new(),
            running: Vec::new(),
            task: None,
            enters: 0,
            panic: None,
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
                self.begin(Owner::Task(*task));
            }
            What::TaskSpanEnter => self.enters += 1,
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
                self.resource(*span, *of, concrete, stack);
            }
            What::Permits { resource, op, n } => {
                self.permits(*resource, *op, *n, stack);
            }
            What::Op { op, resource } => self.op(*op, *resource),
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
            What::Sending { value } => {
                if let Some(lane) = self.current() {
                    self.lives[lane as usize].sending = Some(value.clone());
                }
            }
            What::Received { value } => self.received(value),
            What::Out { text, line } => {
                let site = Some(self.site(*line));
                let lane = self.current().unwrap_or(0);
                let text = text.clone();
                self.event(EventKind::Out { lane, text, site });
            }
            What::Panicked { message, line } => {
                self.panic = Some(format!("{message} (line {line})"));
            }
        }
    }

    // Polls

    fn begin(&mut self, owner: Owner) {
        let Some(lane) = self.lane(owner) else { return };
        let life = &mut self.lives[lane as usize];
        life.polled = true;
        life.woken = false;
        life.pending_children.clear();
        life.fresh.clear();
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
        if self.own_poll(future) {
            self.begin(Owner::Future(future));
        }
    }

    /// The current lane's poll ends, perhaps without a result.
    fn pending(&mut self) {
        let Some(lane) = self.current() else { return };
        let life = &mut self.lives[lane as usize];
        if life.ended {
            return;
        }
        let (site, mut children) =
            (life.child_site, std::mem::take(&mut life.pending_children));
        children.retain(|child| !self.lives[*child as usize].ended);
        let child = (!children.is_empty()).then(|| Wait {
            // Among several the branch says more.
            on: match children.iter().any(|child| self.is_branch(*child)) {
                true => WaitFor::Branches,
                false => WaitFor::Future,
            },
            span: None,
            site,
            until: None,
        });
        let life = &mut self.lives[lane as usize];
        let fresh = std::mem::take(&mut life.fresh);
        if child.is_some() || !fresh.is_empty() {
            // A deadline that still holds is not told again.
            let held = life
                .waits
                .iter()
                .find(|wait| wait.on == WaitFor::Deadline && child.is_some());
            let held = held.filter(|_| fresh.is_empty()).cloned();
            life.waits = child.into_iter().chain(fresh).chain(held).collect();
        }
        for wait in life.waits.clone() {
            let resource = self.resource_of(&wait);
            let Wait {
                on, site, until, ..
            } = wait;
            self.event(EventKind::Wait {
                lane,
                on,
                resource,
                site,
                until,
            });
        }
        self.event(EventKind::Pending { lane });
    }

    fn waits(&mut self, span: Option<SpanId>, stack: &Stack) {
        let Some(lane) = self.current() else { return };
        let on = stack.wait();
        let until = span
            .filter(|_| matches!(on, WaitFor::Timer | WaitFor::Deadline))
            .and_then(|span| self.deadlines.get(&span).copied());
        let site = stack.line().map(|line| self.site(line));
        let wait = Wait {
            on,
            span,
            site,
            until,
        };
        self.lives[lane as usize].gone_past(&wait);
        self.lives[lane as usize].fresh.push(wait);
        // The outermost line is the one at which the task itself stands.
        if let ([task, _, ..], Some(line)) =
            (&self.running[..], stack.lines.last())
        {
            let task = *task as usize;
            let site = self.site(*line);
            self.lives[task].child_site = Some(site);
        }
    }

    fn wake(&mut self, lane: u32, stack: &Stack) {
        let life = &mut self.lives[lane as usize];
        if life.ended || life.woken {
            return;
        }
        life.woken = true;
        let resource = life.waits.first().cloned();
        let resource = resource.and_then(|wait| self.resource_of(&wait));
        let by = match self.current() {
            Some(by) => By::Lane(by),
            None => stack.waker(),
        };
        let site = stack.line().map(|line| self.site(line));
        self.event(EventKind::Wake {
            lane,
            by,
            site,
            resource,
        });
    }

    fn is_branch(&self, lane: u32) -> bool {
        self.lanes[lane as usize].kind == LaneKind::Branch
    }

    fn is_within(&self, lane: u32, outer: u32) -> bool {
        let mut at = Some(lane);
        while let Some(lane) = at {
            if lane == outer {
                return true;
            }
            let Lane { kind, parent, .. } = &self.lanes[lane as usize];
            let (kind, parent) = (*kind, *parent);
            at = parent.filter(|_| kind != LaneKind::Task);
        }
        false
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
        self.events.push(Event { t: self.t, kind });
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
