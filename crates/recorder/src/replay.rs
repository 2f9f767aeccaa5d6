//! Turns the observations into a run of the recording format.

use std::collections::BTreeMap;

use timeline::{
    By, End, Event, EventKind, Lane, LaneKind, Outcome, Resource, ResourceKind,
    Run, Site, WaitFor,
};

use crate::Program;
use crate::frames::{Stack, Symbols};
use crate::lanes::{Lanes, Owner};
use crate::raw::{Change, FutureId, Raw, SpanId, TaskId, WakerOp, What};

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
    /// A branch or future was polled in the current poll and is pending.
    pending_child: Option<LaneKind>,
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
                        let kind = self.lanes[lane as usize].kind;
                        let life = &mut self.lives[parent as usize];
                        // Among several the branch says more.
                        if life.pending_child != Some(LaneKind::Branch) {
                            life.pending_child = Some(kind);
                        }
                    }
                }
            }
            What::FutureReady { future, error } => {
                self.future_ready(*future, error.clone());
            }
            What::FutureDropped { future } => self.future_dropped(*future),
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

    // Lanes

    fn lane(&self, owner: Owner) -> Option<u32> {
        self.by_owner.get(&self.owners.owner(owner)).copied()
    }

    fn current(&self) -> Option<u32> {
        self.running.last().copied()
    }

    fn new_lane(&mut self, owner: Owner, lane: Lane) -> u32 {
        let id = number(self.lanes.len());
        self.lanes.push(lane);
        self.lives.push(Life::default());
        self.by_owner.insert(owner, id);
        id
    }

    fn place(&mut self, owner: Owner, line: Option<u32>) {
        let site = line.map(|line| self.site(line));
        if let Some(lane) = self.lane(owner) {
            let lane = &mut self.lanes[lane as usize];
            lane.site = lane.site.or(site);
        }
    }

    fn spawned(&mut self, task: TaskId, blocking: bool) {
        let owner = Owner::Task(task);
        if self.by_owner.contains_key(&owner) {
            return;
        }
        let main = self.owners.main == Some(task);
        let root = self.owners.roots.get(&task);
        let probe = root.and_then(|root| self.owners.probes.get(root));
        let name = match probe {
            _ if main => "main".to_owned(),
            Some(probe) => probe.name.clone(),
            None if blocking => "blocking".to_owned(),
            None => "task".to_owned(),
        };
        let kind = if blocking {
            LaneKind::Blocking
        } else {
            LaneKind::Task
        };
        let parent = self.current();
        let lane = Lane {
            name,
            kind,
            parent,
            site: None,
        };
        let lane = self.new_lane(owner, lane);
        if let Some(by) = parent {
            self.event(EventKind::Spawned { lane, by });
        }
    }

    fn created(&mut self, future: FutureId) {
        let owner = Owner::Future(future);
        if self.owners.owner(owner) != owner {
            return;
        }
        let Some(probe) = self.owners.probes.get(&future).cloned() else {
            return;
        };
        let kind = if self.owners.branches.contains(&future) {
            LaneKind::Branch
        } else {
            LaneKind::Future
        };
        let by = self.current().unwrap_or(0);
        let parent = self
            .owners
            .parents
            .get(&future)
            .and_then(|parent| self.lane(*parent))
            .unwrap_or(by);
        let site = Some(self.site(probe.line));
        let lane = Lane {
            name: probe.name,
            kind,
            parent: Some(parent),
            site,
        };
        let lane = self.new_lane(owner, lane);
        self.event(EventKind::Created { lane, by });
    }

    // Polls

    fn begin(&mut self, owner: Owner) {
        let Some(lane) = self.lane(owner) else { return };
        let life = &mut self.lives[lane as usize];
        life.polled = true;
        life.woken = false;
        life.pending_child = None;
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
        if !life.fresh.is_empty() {
            life.waits = std::mem::take(&mut life.fresh);
        } else if let Some(child) = life.pending_child {
            let on = match child {
                LaneKind::Branch => WaitFor::Branches,
                _ => WaitFor::Future,
            };
            let site = life.child_site;
            life.waits = vec![Wait {
                on,
                span: None,
                site,
                until: None,
            }];
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
            .filter(|_| on == WaitFor::Timer)
            .and_then(|span| self.deadlines.get(&span).copied());
        let site = stack.line().map(|line| self.site(line));
        let wait = Wait {
            on,
            span,
            site,
            until,
        };
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

    // Ends

    fn end(&mut self, lane: u32, how: End, message: Option<String>) {
        let life = &mut self.lives[lane as usize];
        if !life.ended {
            life.ended = true;
            self.event(EventKind::End { lane, how, message });
        }
    }

    fn future_ready(&mut self, future: FutureId, error: Option<String>) {
        let how = if error.is_some() {
            End::Error
        } else {
            End::Done
        };
        match self.owners.owner(Owner::Future(future)) {
            Owner::Task(task) => {
                if let Some(lane) = self.lane(Owner::Task(task)) {
                    self.end(lane, how, error);
                }
            }
            owner if self.own_poll(future) => {
                if let Some(lane) = self.lane(owner) {
                    self.end(lane, how, error);
                    self.running.pop();
                }
            }
            _ => {}
        }
    }

    fn future_dropped(&mut self, future: FutureId) {
        if !self.own_poll(future) {
            return;
        }
        if let Some(lane) = self.lane(Owner::Future(future)) {
            let polled = self.lives[lane as usize].polled;
            let how = if polled {
                End::Dropped
            } else {
                End::NeverPolled
            };
            // A poll that panics leaves its future on the stack.
            self.running.retain(|running| *running != lane);
            self.end(lane, how, None);
        }
    }

    fn terminated(&mut self, task: TaskId) {
        let Some(lane) = self.lane(Owner::Task(task)) else {
            return;
        };
        let panic = self.panic.take();
        let running = self.task == Some(task);
        let how = match panic {
            Some(_) => End::Panic,
            // A finished task's span is entered once more, to drop it.
            None if running && self.enters < 2 => End::Aborted,
            None if !running => End::Dropped,
            None => End::Done,
        };
        self.end(lane, how, panic);
    }

    /// What is left when `main` is over, the runtime drops.
    fn drop_the_rest(&mut self) {
        for lane in 0..number(self.lanes.len()) {
            let polled = self.lives[lane as usize].polled;
            let how = if polled {
                End::Dropped
            } else {
                End::NeverPolled
            };
            self.end(lane, how, None);
        }
    }

    // Resources

    fn resource(
        &mut self,
        span: SpanId,
        of: Option<SpanId>,
        concrete: &str,
        stack: &Stack,
    ) {
        if let Some(outer) = of.and_then(|of| self.spans.get(&of)) {
            self.spans.insert(span, *outer);
            return;
        }
        let kind = match concrete {
            "Semaphore" if stack.is_channel() => ResourceKind::Channel,
            "Semaphore" => ResourceKind::Semaphore,
            "Mutex" => ResourceKind::Mutex,
            "RwLock" => ResourceKind::RwLock,
            "Barrier" => ResourceKind::Barrier,
            "Sender|Receiver" => ResourceKind::Oneshot,
            _ => return,
        };
        // Without a line of the example it is one of Tokio's own.
        let Some(line) = stack.line() else { return };
        let name = self.names.get(&line).map(|name| (*name).to_owned());
        let site = Some(self.site(line));
        let id = number(self.resources.len());
        self.resources.push(Resource {
            kind,
            name,
            site,
            capacity: None,
        });
        self.spans.insert(span, id);
    }

    fn permits(&mut self, span: SpanId, op: Change, n: u32, stack: &Stack) {
        let Some(&resource) = self.spans.get(&span) else {
            return;
        };
        match op {
            Change::Set => {
                self.resources[resource as usize].capacity = Some(n);
            }
            Change::Add => self.release(resource, n, None, stack),
            Change::Sub => {}
        }
    }

    fn release(
        &mut self,
        resource: u32,
        n: u32,
        to: Option<u32>,
        stack: &Stack,
    ) {
        let lane = self.current().unwrap_or(0);
        self.lives[lane as usize].channel = Some(resource);
        let site = stack.line().map(|line| self.site(line));
        self.event(EventKind::Released {
            lane,
            resource,
            n,
            to,
            site,
        });
    }

    fn op(&mut self, op: SpanId, span: SpanId) {
        let resource = self.spans.get(&span).copied();
        let lane = self.current().unwrap_or(0);
        let new = Op {
            span,
            resource,
            lane,
            obtained: 0,
            done: false,
        };
        self.ops.insert(op, new);
    }

    fn obtained(&mut self, id: SpanId, n: u32, stack: &Stack) {
        let current = self.current();
        let Some(op) = self.ops.get_mut(&id) else {
            return;
        };
        op.obtained += n;
        let op = *op;
        if let Some(resource) = op.resource
            && current.is_some_and(|lane| lane != op.lane)
        {
            self.release(resource, n, Some(op.lane), stack);
        }
    }

    fn op_ready(&mut self, id: SpanId) {
        let current = self.current();
        let Some(op) = self.ops.get_mut(&id) else {
            return;
        };
        if let Some(lane) = current {
            // A timer that is late clones the waker once more before it says
            // that it is ready.
            let span = Some(op.span);
            self.lives[lane as usize]
                .fresh
                .retain(|wait| wait.span != span);
        }
        if op.done || op.obtained == 0 {
            return;
        }
        op.done = true;
        let op = *op;
        let Some(resource) = op.resource else { return };
        let lane = current.unwrap_or(op.lane);
        let n = op.obtained;
        self.event(EventKind::Acquired { lane, resource, n });
        let channel =
            self.resources[resource as usize].kind == ResourceKind::Channel;
        let sending = self.lives[lane as usize].sending.take();
        if let Some(value) = sending.filter(|_| channel) {
            self.event(EventKind::Sent {
                lane,
                resource,
                value,
            });
        }
    }

    fn received(&mut self, value: &str) {
        let Some(lane) = self.current() else { return };
        let last = self.lives[lane as usize].channel;
        if let Some(resource) = last.or_else(|| self.only_channel()) {
            let inner = value.strip_prefix("Some(");
            let inner = inner.and_then(|value| value.strip_suffix(')'));
            let value = inner.unwrap_or(value).to_owned();
            self.event(EventKind::Received {
                lane,
                resource,
                value,
            });
        }
    }

    fn resource_of(&self, wait: &Wait) -> Option<u32> {
        match wait.on {
            WaitFor::Message => self.only_channel(),
            _ => wait.span.and_then(|span| self.spans.get(&span).copied()),
        }
    }

    /// A receiver does not say whose it is; with one channel there is no
    /// doubt.
    fn only_channel(&self) -> Option<u32> {
        let mut channels = (0..number(self.resources.len())).filter(|id| {
            self.resources[*id as usize].kind == ResourceKind::Channel
        });
        channels.next().filter(|_| channels.next().is_none())
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
