//! Permits, slots, locks, and the values in a channel.

use std::collections::{BTreeSet, VecDeque};

use timeline::{EventKind, Resource, ResourceKind, WaitFor};

use super::{Op, Replay, number};
use crate::frames::Stack;
use crate::lanes::Owner;
use crate::raw::{Change, SpanId, TaskId, WakerOp, What};

impl Replay<'_> {
    pub(super) fn resource(
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
        if stack.is_cell() {
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
        let name = self.names.get(&line).map(|name| name.replace("mut ", ""));
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

    pub(super) fn permits(
        &mut self,
        span: SpanId,
        op: Change,
        n: u32,
        stack: &Stack,
    ) {
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

    pub(super) fn release(
        &mut self,
        resource: u32,
        n: u32,
        to: Option<u32>,
        stack: &Stack,
    ) {
        let lane = self.current().unwrap_or(0);
        let kind = self.resources[resource as usize].kind;
        let site = self.line(stack).map(|line| self.site(line));
        if kind == ResourceKind::Channel {
            self.lives[lane as usize].channel = Some(resource);
            let task = self.task_of(lane);
            self.receives
                .extend(site.map(|site| (task, site, resource)));
        }
        self.event(EventKind::Released {
            lane,
            resource,
            n,
            added: stack.adds_permits(),
            to,
            site,
        });
    }

    pub(super) fn op(&mut self, op: SpanId, span: SpanId) {
        let resource = self.spans.get(&span).copied();
        let lane = self.current().unwrap_or(0);
        let new = Op {
            span,
            resource,
            lane,
            requested: 0,
            obtained: 0,
            site: None,
            done: false,
        };
        self.ops.insert(op, new);
    }

    pub(super) fn obtained(&mut self, id: SpanId, n: u32, stack: &Stack) {
        let current = self.current();
        let Some(op) = self.ops.get_mut(&id) else {
            return;
        };
        op.obtained += n;
        let op = *op;
        if current == Some(op.lane) {
            let site = self.line(stack).map(|line| self.site(line));
            self.ops.entry(id).and_modify(|op| op.site = site);
        }
        if let Some(resource) = op.resource
            && current.is_some_and(|lane| lane != op.lane)
        {
            self.release(resource, n, Some(op.lane), stack);
        }
    }

    pub(super) fn op_ready(&mut self, id: SpanId) {
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
        let waits = &self.lives[lane as usize].waits;
        let waited = waits.iter().find(|wait| wait.span == Some(op.span));
        let site = op.site.or(waited.and_then(|wait| wait.site));
        self.event(EventKind::Acquired {
            lane,
            resource,
            n,
            site,
        });
        let channel =
            self.resources[resource as usize].kind == ResourceKind::Channel;
        if !channel {
            return;
        }
        self.lives[lane as usize].slot = Some(resource);
        let sending = self.lives[lane as usize].sending.take();
        if let Some(value) = sending {
            self.lives[lane as usize].slot = None;
            self.sent(lane, Some(resource), &value, None);
        }
    }

    /// A value that is about to be sent.
    pub(super) fn sending(&mut self, value: &str, line: u32) {
        let Some(lane) = self.current() else { return };
        // A send that is no future tells whether it succeeded.
        let done = self.rest().find_map(|what| match *what {
            What::SendDone { ok } => Some(Some(ok)),
            What::Sending { .. } | What::PollEnd => Some(None),
            _ => None,
        });
        match done.flatten() {
            Some(true) => {
                // A reserved slot is filled; of other channels none is told.
                let resource = self.lives[lane as usize].slot.take();
                let site = Some(self.site(line));
                self.sent(lane, resource, value, site);
            }
            Some(false) => {}
            None => {
                self.lives[lane as usize].sending = Some(value.to_owned());
            }
        }
    }

    fn sent(
        &mut self,
        lane: u32,
        resource: Option<u32>,
        value: &str,
        site: Option<u32>,
    ) {
        let value = value.to_owned();
        if let Some(id) = resource {
            self.queues.entry(id).or_default().push_back(value.clone());
        }
        self.event(EventKind::Sent {
            lane,
            resource,
            value,
            site,
        });
    }

    pub(super) fn received(&mut self, value: &str) {
        let Some(lane) = self.current() else { return };
        let own = self.lives[lane as usize].channel.take();
        let none = value == "None";
        let only = self.only(ResourceKind::Channel).filter(|_| none);
        let resource = own.or(only);
        let queue = resource.and_then(|id| self.queues.get_mut(&id));
        let known = queue.filter(|_| !none).and_then(VecDeque::pop_front);
        let inner = ["Some(", "Ok("]
            .iter()
            .find_map(|open| value.strip_prefix(open)?.strip_suffix(')'));
        let value = match inner.unwrap_or(value) {
            // Its type cannot be shown: it is what went in.
            "" => known.unwrap_or_default(),
            value => value.to_owned(),
        };
        self.event(EventKind::Received {
            lane,
            resource,
            value,
        });
    }

    /// `try_acquire` and the like succeeded. They do not say on what.
    pub(super) fn tried(&mut self, what: &str) {
        let Some(lane) = self.current() else { return };
        let kind = match what {
            "try_lock" => ResourceKind::Mutex,
            "try_read" => ResourceKind::RwLock,
            "try_reserve" | "try_send" => ResourceKind::Channel,
            _ => ResourceKind::Semaphore,
        };
        let Some(resource) = self.only(kind) else {
            return;
        };
        self.event(EventKind::Acquired {
            lane,
            resource,
            n: 1,
            site: None,
        });
        if kind == ResourceKind::Channel {
            self.lives[lane as usize].slot = Some(resource);
            let sending = self.lives[lane as usize].sending.take();
            if let Some(value) = sending.filter(|_| what == "try_send") {
                self.sent(lane, Some(resource), &value, None);
            }
        }
    }

    /// A receiver that waits does not say of which channel it is. Whoever
    /// received at that line, does.
    pub(super) fn name_channels(&mut self) {
        let mut events = std::mem::take(&mut self.events);
        for event in &mut events {
            if let EventKind::Wait {
                lane,
                on: WaitFor::Message,
                site: Some(site),
                resource: resource @ None,
                ..
            } = &mut event.kind
            {
                let task = self.task_of(*lane);
                let own = self.received_at(*site, |of| of == task);
                *resource = own.or(self.received_at(*site, |_| true));
            }
        }
        self.events = events;
    }

    /// The one channel that was received from at a line.
    fn received_at(&self, at: u32, by: impl Fn(u32) -> bool) -> Option<u32> {
        let here = self.receives.iter();
        let here = here.filter(|(task, site, _)| *site == at && by(*task));
        let found: BTreeSet<u32> = here.map(|(.., id)| *id).collect();
        found.first().copied().filter(|_| found.len() == 1)
    }

    /// The task in whose polls a lane is polled.
    fn task_of(&self, mut lane: u32) -> u32 {
        while let Some(one) = self.lanes.get(lane as usize)
            && let Some(parent) = one.parent
            && one.kind.is_polled_by_its_parent()
        {
            lane = parent;
        }
        lane
    }

    /// The resource of a kind, if there is but one.
    pub(super) fn only(&self, kind: ResourceKind) -> Option<u32> {
        let mut all = (0..number(self.resources.len()))
            .filter(|id| self.resources[*id as usize].kind == kind);
        all.next().filter(|_| all.next().is_none())
    }

    /// A call that others may notice.
    pub(super) fn called(
        &mut self,
        what: &str,
        task: Option<TaskId>,
        line: u32,
    ) {
        let lane = self.current().unwrap_or(0);
        let to = task.and_then(|task| self.lane(Owner::Task(task)));
        let mut until = self
            .rest()
            .take_while(|what| !matches!(what, What::CallDone));
        let idle = !until.any(|what| {
            matches!(
                what,
                What::FutureWake { .. }
                    | What::Waker {
                        op: WakerOp::Wake,
                        ..
                    }
            )
        });
        let site = Some(self.site(line));
        self.event(EventKind::Called {
            lane,
            what: what.to_owned(),
            to,
            // An abort shows later, when the task has its turn.
            idle: idle && to.is_none() && !what.starts_with("abort"),
            site,
        });
    }
}
