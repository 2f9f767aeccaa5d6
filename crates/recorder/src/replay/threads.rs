//! Who ran where: what each thread has in hand, and the polls that no hook
//! tells of.

use std::collections::BTreeMap;

use timeline::{
    Clock, End, EventKind, Lane, LaneKind, Made, Outcome, Stand, Thread,
    ThreadKind,
};

use super::{Replay, number};
use crate::lanes::Owner;
use crate::noted::Noted;
use crate::raw::{FutureId, Raw, SpanId, TaskId, What};

/// What a thread has in hand.
#[derive(Default)]
pub(super) struct OnThread {
    /// The lanes that are being polled, outermost first.
    pub running: Vec<u32>,
    pub task: Option<TaskId>,
    /// Enters of the task's span in its current poll.
    pub enters: u32,
    /// The current task's own future was polled.
    pub root_polled: bool,
    /// Futures whose drop has begun, and their lanes.
    pub dropping: Vec<(FutureId, u32)>,
    pub chain: Option<Chain>,
    pub panic: Option<String>,
    /// How many events there were when it panicked: what it holds is dropped
    /// after that, and before its end is told.
    pub panicked_at: usize,
    /// The lane that the thread itself is, if the program has started it.
    pub own: Option<u32>,
}

/// A wake that has gone through a lane's probe: what it sets off further out
/// says nothing new.
#[derive(Clone, Copy)]
pub(super) struct Chain {
    pub lane: u32,
    /// The lane that was woken.
    pub first: u32,
}

impl<'a> Replay<'a> {
    /// What this thread does after the observation in hand.
    pub(super) fn rest(&self) -> impl Iterator<Item = &'a What> + use<'a> {
        let thread = self.thread;
        let own = self.rest.iter().filter(move |raw| raw.thread == thread);
        own.map(|raw| &raw.what)
    }

    /// The next observation is of this thread.
    pub(super) fn on_thread(&mut self, raw: &Raw) {
        self.switch_to(raw.thread);
        let foreign = self.kind(raw.thread) == ThreadKind::Foreign;
        let told = !matches!(raw.what, What::SpanClosed { .. });
        if foreign && told && self.on.own.is_none() && !self.lanes.is_empty() {
            self.thread_lane();
        }
    }

    pub(super) fn switch_to(&mut self, thread: u32) {
        if thread == self.thread {
            return;
        }
        let next = self.others.remove(&thread).unwrap_or_default();
        let before = std::mem::replace(&mut self.on, next);
        self.others.insert(self.thread, before);
        self.thread = thread;
    }

    /// What follows is told of the thread of `main`.
    pub(super) fn on_main(&mut self) {
        self.switch_to(0);
    }

    fn kind(&self, thread: u32) -> ThreadKind {
        let seen = self.seen.get(thread as usize);
        seen.map_or(ThreadKind::Main, |seen| seen.kind)
    }

    /// A thread that the program has started is a lane of its own.
    fn thread_lane(&mut self) {
        let seen = &self.seen[self.thread as usize];
        let name = seen.name.clone().unwrap_or_else(|| "thread".to_owned());
        let lane = Lane {
            name,
            kind: LaneKind::Thread,
            parent: Some(0),
            site: None,
            made: Made::Call,
        };
        let lane = self.new_lane(Owner::Thread(self.thread), lane);
        self.on.own = Some(lane);
        self.event(EventKind::Spawned { lane, by: 0 });
        self.lives[lane as usize].polled = true;
        self.on.running.insert(0, lane);
        self.event(EventKind::Poll { lane });
    }

    /// The poll of a task is over.
    pub(super) fn poll_end(&mut self) {
        // It may have been taken up elsewhere before this was noted.
        if self.on.task.is_none() && self.clock == Clock::Real {
            return;
        }
        self.pending();
        self.on.running.clear();
        self.on.running.extend(self.on.own);
        self.on.task = None;
    }

    /// A task is taken up by this thread before the end of its poll on
    /// another one was noted.
    pub(super) fn leave_elsewhere(&mut self, task: TaskId) {
        let mut others = self.others.iter();
        let other = others.find(|(_, on)| on.task == Some(task));
        if let Some(other) = other.map(|(thread, _)| *thread) {
            let here = self.thread;
            self.switch_to(other);
            self.poll_end();
            self.switch_to(here);
        }
    }

    /// A span is entered: a poll that no hook tells of may begin.
    pub(super) fn unhooked_poll(&mut self) {
        let Some(task) = self.owners.unhooked.poll(self.at) else {
            return;
        };
        let owner = Owner::Task(task);
        if self
            .lane(owner)
            .is_some_and(|id| !self.lives[id as usize].ended)
        {
            self.on.task = Some(task);
            self.on.enters = 1;
            self.on.root_polled = false;
            self.begin(owner);
        }
    }

    pub(super) fn unhooked_poll_end(&mut self) {
        let Some(task) = self.owners.unhooked.poll_end(self.at) else {
            return;
        };
        let Some(lane) = self.lane(Owner::Task(task)) else {
            return;
        };
        if !self.on.running.contains(&lane) {
            return;
        }
        while self.current().is_some_and(|inner| inner != lane) {
            self.on.running.pop();
        }
        if self.owners.unhooked.blocking.contains(&task) {
            let panic = self.on.panic.take();
            let how = match panic {
                Some(_) => End::Panic,
                None => End::Done,
            };
            self.end(lane, how, panic);
        } else {
            self.pending();
        }
        self.on.running.pop();
        self.on.task = None;
    }

    /// What no hook tells of is over when its span is closed.
    pub(super) fn unhooked_closed(&mut self, span: SpanId) {
        let Some(task) = self.task_spans.get(&span).copied() else {
            return;
        };
        let unhooked = &self.owners.unhooked;
        let Some(lane) = self.lane(Owner::Task(task)) else {
            return;
        };
        if unhooked.done.contains(&task) {
            self.end(lane, End::Done, None);
        } else if unhooked.all.contains(&task) {
            let polled = self.lives[lane as usize].polled;
            let how = match polled {
                true => End::Dropped,
                false => End::NeverPolled,
            };
            self.end(lane, how, None);
        }
    }

    /// A run is neither a deadlock nor without an end while something from
    /// outside may still come.
    pub(super) fn outcome(&self, outcome: Outcome) -> Outcome {
        let waits = |outside: &dyn Fn(u32) -> bool| {
            (0..number(self.lives.len())).any(outside)
        };
        let open = waits(&|id| {
            let life = &self.lives[id as usize];
            let kind = self.lanes[id as usize].kind;
            let thread = matches!(kind, LaneKind::Thread | LaneKind::Blocking);
            let outside = life.waits.iter().any(|wait| wait.outside);
            !life.ended && (outside || (thread && life.polled))
        });
        match outcome {
            Outcome::Deadlock | Outcome::Flood if open => Outcome::Waiting,
            outcome => outcome,
        }
    }

    /// The threads that did something, numbered as they come up; none if
    /// there is but that of `main`.
    pub(super) fn threads(&mut self) -> (Vec<Thread>, BTreeMap<u32, u32>) {
        let mut numbers = BTreeMap::from([(0, 0)]);
        for event in &mut self.events {
            let next = number(numbers.len());
            event.thread = *numbers.entry(event.thread).or_insert(next);
        }
        if numbers.len() == 1 {
            return (Vec::new(), numbers);
        }
        let mut found: Vec<(u32, u32)> =
            numbers.iter().map(|(old, new)| (*new, *old)).collect();
        found.sort_unstable();
        let (mut workers, mut blocking) = (0, 0);
        let thread = |(_, old): (u32, u32)| {
            let kind = self.kind(old);
            let own = self.seen.get(old as usize);
            let own = own.and_then(|seen| seen.name.clone());
            let name = match kind {
                ThreadKind::Main => "main".to_owned(),
                ThreadKind::Worker => {
                    workers += 1;
                    format!("worker {workers}")
                }
                ThreadKind::Blocking => {
                    blocking += 1;
                    format!("blocking {blocking}")
                }
                ThreadKind::Foreign => own.unwrap_or("thread".to_owned()),
            };
            Thread { kind, name }
        };
        (found.into_iter().map(thread).collect(), numbers)
    }

    /// A thread that the program has started has ended.
    pub(super) fn thread_ended(&mut self) {
        if let Some(lane) = self.on.own {
            let panic = self.on.panic.take();
            let how = match panic {
                Some(_) => End::Panic,
                None => End::Done,
            };
            self.end(lane, how, panic);
        }
    }

    /// Where threads stand, by their numbers in the run.
    pub(super) fn stands(
        &mut self,
        noted: &Noted,
        numbers: &BTreeMap<u32, u32>,
    ) -> Vec<Stand> {
        let mut found = Vec::new();
        for (thread, addresses) in &noted.stacks {
            let stack = self.symbols.read_addresses(addresses);
            let Some(number) = numbers.get(thread).copied() else {
                continue;
            };
            if stack.lines.is_empty() {
                continue;
            }
            self.switch_to(*thread);
            let own = noted.raw.iter().rev();
            let mut own = own.filter(|raw| raw.thread == *thread);
            found.push(Stand {
                thread: number,
                lane: self.current(),
                call: stack.call(),
                sites: stack.lines.iter().map(|l| self.site(*l)).collect(),
                since: own.next().map_or(0, |raw| raw.t),
            });
        }
        found
    }
}
