//! Permits, slots, locks, and the values in a channel.

use timeline::{EventKind, Resource, ResourceKind, WaitFor};

use super::{Op, Replay, Wait, number};
use crate::frames::Stack;
use crate::raw::{Change, SpanId};

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
        if kind == ResourceKind::Channel {
            self.lives[lane as usize].channel = Some(resource);
        }
        let site = stack.line().map(|line| self.site(line));
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
            obtained: 0,
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

    pub(super) fn received(&mut self, value: &str) {
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

    pub(super) fn resource_of(&self, wait: &Wait) -> Option<u32> {
        match wait.on {
            WaitFor::Message => self.only_channel(),
            _ => wait.span.and_then(|span| self.spans.get(&span).copied()),
        }
    }

    /// A receiver does not say whose it is; with one channel there is no
    /// doubt.
    pub(super) fn only_channel(&self) -> Option<u32> {
        let mut channels = (0..number(self.resources.len())).filter(|id| {
            self.resources[*id as usize].kind == ResourceKind::Channel
        });
        channels.next().filter(|_| channels.next().is_none())
    }
}
