//! Turns the observations into a run of the recording format.

mod gap;
mod known;
mod lent;
mod life;
mod resources;
mod round;
mod threads;
mod visits;
mod waits;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use timeline::{Clock, Event, EventKind, Lane, Outcome, Resource, Run, Site};

use crate::Program;
use crate::frames::{Stack, Symbols};
use crate::lanes::{Lanes, Owner};
use crate::noted::Noted;
use crate::raw::{
    FutureId, Raw, SpanId, Spawn, TaskId, VisitId, WakerOp, What,
};
use crate::seen::Seen;
use known::{Life, Op, Wait};
use threads::{Chain, OnThread};

pub(crate) fn replay<'a>(
    program: &Program<'a>,
    noted: &'a Noted,
    outcome: Outcome,
) -> Run {
    let Noted { raw: all, end, .. } = noted;
    let mut replay = Replay::new(program, Lanes::find(all));
    replay.panics = outcome == Outcome::Panic;
    replay.clock = noted.clock;
    replay.seen = &noted.threads;
    for (at, raw) in all.iter().enumerate() {
        replay.rest = &all[at + 1..];
        replay.at = at;
        let stack = replay.symbols.read(raw.stack.as_ref());
        replay.t = raw.t;
        replay.on_thread(raw);
        replay.step(&raw.what, &stack);
    }
    if !matches!(outcome, Outcome::Deadlock | Outcome::Hung | Outcome::Flood) {
        replay.t = *end;
        replay.on_main();
        replay.drop_the_rest();
    }
    replay.number_tasks();
    replay.name_channels();
    let threads = replay.threads();
    let outcome = replay.outcome(outcome);
    let stands = replay.stands(noted, &threads.1);
    let gap = noted.left.as_ref().map(|left| replay.gap(left));
    let run = Run {
        end: *end,
        threads: threads.0,
        stands,
        gap,
        outcome,
        sites: replay.sites,
        lanes: replay.lanes,
        resources: replay.resources,
        events: replay.events,
        ..Run::default()
    };
    match noted.clock {
        Clock::Virtual => run,
        Clock::Real => round::to_milliseconds(run),
    }
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
    clock: Clock,
    /// Where the observation in hand stands among all.
    at: usize,
    /// The thread of the observation in hand, and what it has in hand.
    thread: u32,
    on: OnThread,
    /// What other threads have in hand.
    others: BTreeMap<u32, OnThread>,
    /// What the log knows of the threads.
    seen: &'a [Seen],
    /// What is in each channel, by its number.
    queues: BTreeMap<u32, VecDeque<String>>,
    /// The channels that were received from, by task and line.
    receives: BTreeSet<(u32, u32, u32)>,
    /// The whole run ends with one.
    panics: bool,
    /// What each visit that goes on is called.
    inside: BTreeMap<VisitId, String>,
    /// How often the checked function has returned.
    returns: usize,
    /// The first event after what was left out.
    after_gap: usize,
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
            clock: Clock::Virtual,
            at: 0,
            thread: 0,
            on: OnThread::default(),
            others: BTreeMap::new(),
            seen: &[],
            queues: BTreeMap::new(),
            receives: BTreeSet::new(),
            panics: false,
            inside: BTreeMap::new(),
            returns: 0,
            after_gap: 0,
        }
    }

    fn step(&mut self, what: &What, stack: &Stack) {
        // Who was polled since then is woken anew.
        let chain = self.on.chain.take().filter(|chain| {
            let life = &self.lives[chain.first as usize];
            life.woken || life.ended
        });
        match what {
            What::Spawned { task } => {
                self.spawned(*task, Spawn::Task, stack);
            }
            What::TaskSpan { span, task, kind } => {
                let paused = self.clock == Clock::Virtual;
                if stack.is_handed_over() || (paused && *kind == Spawn::BlockOn)
                {
                    return;
                }
                self.task_spans.insert(*span, *task);
                self.spawned(*task, *kind, stack);
                self.place(Owner::Task(*task), stack.line());
            }
            What::PollStart { task } => {
                self.leave_elsewhere(*task);
                self.on.task = Some(*task);
                self.on.enters = 0;
                self.on.root_polled = false;
                self.begin(Owner::Task(*task));
            }
            What::TaskSpanEnter { .. } => {
                self.on.enters += 1;
                self.unhooked_poll();
            }
            What::TaskSpanExit { .. } => self.unhooked_poll_end(),
            What::SpanClosed { span } => {
                self.closed(*span);
                self.unhooked_closed(*span);
            }
            What::PollEnd => self.poll_end(),
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
            } => {
                let task = self.task_spans.get(task_span).copied();
                let lane = task.and_then(|task| self.lane(Owner::Task(task)));
                match lane {
                    Some(lane) if self.passed_on(chain, lane) => {
                        self.keep_echo(lane, chain);
                    }
                    Some(lane) => self.wake(lane, stack),
                    None => {}
                }
            }
            What::FutureWake { future } => {
                let lane = self.lane(Owner::Future(*future));
                let told = lane.filter(|lane| !self.passed_on(chain, *lane));
                if let Some(lane) = told {
                    self.wake(lane, stack);
                }
                // Through a future that is gone it wakes what is around it.
                let there =
                    lane.filter(|lane| !self.lives[*lane as usize].ended);
                self.on.chain = there.map_or(chain, |lane| {
                    let first = chain.map_or(lane, |chain| chain.first);
                    Some(Chain { lane, first })
                });
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
                    let lane = self.on.running.pop();
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
            What::ThreadEnded => self.thread_ended(),
            What::GapBegins => self.gap_begins(),
            What::GapEnds => self.after_gap = self.events.len(),
            What::Polled { owner } => self.was_polled(*owner),
            What::FirstPoll { future, .. } => {
                self.was_polled(Owner::Future(*future));
            }
            What::Begins { .. } => {}
            What::Returned => self.returned(),
            What::Panicked { message, line } => {
                // Tokio's own panics have a line of its own: that of the
                // poll in progress is the reader's.
                let line = Some(*line).filter(|line| *line > 0);
                self.on.panic = Some(match line.or(stack.line()) {
                    Some(line) => format!("{message} (line {line})"),
                    None => message.clone(),
                });
                self.on.panicked_at = self.events.len();
            }
        }
    }

    // Polls

    fn begin(&mut self, owner: Owner) {
        let Some(lane) = self.lane(owner) else { return };
        // A check goes on when what it checks has returned: that is its own.
        if lane == 0 && self.lives[0].ended {
            self.on.running.push(lane);
            return;
        }
        self.tell_echo(lane);
        let life = &mut self.lives[lane as usize];
        life.polled = true;
        life.woken = false;
        life.pending_children.clear();
        life.fresh.clear();
        life.at = None;
        self.on.running.push(lane);
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
        if self.on.task.map(Owner::Task) == Some(owner) {
            self.on.root_polled = true;
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
        let mut event = Event::new(self.t, kind);
        event.thread = self.thread;
        self.events.push(event);
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
