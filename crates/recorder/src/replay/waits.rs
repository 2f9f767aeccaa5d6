//! Why a poll ends without a result, and who wakes whom.

use timeline::{By, Clock, EventKind, Lane, LaneKind, ResourceKind, WaitFor};

use super::threads::Chain;
use super::{Replay, Wait};
use crate::frames::Stack;
use crate::lanes::Owner;
use crate::raw::{SpanId, TaskId};

/// A timer is exact to a millisecond, and a machine has other things to do.
const LATE: u64 = 5_000;

impl Replay<'_> {
    /// The current lane's poll ends, perhaps without a result.
    pub(super) fn pending(&mut self) {
        let Some(lane) = self.current() else { return };
        if self.lives[lane as usize].ended {
            return;
        }
        let children = self.polled_children(lane);
        let life = &mut self.lives[lane as usize];
        let mut fresh = std::mem::take(&mut life.fresh);
        let mut before = std::mem::take(&mut life.waits);
        // What polls several futures waits for them, not for itself.
        fresh.retain(|wait| wait.on != WaitFor::Future || children.is_none());
        // Of what it polls, some may be over.
        before.retain_mut(|wait| {
            let some = wait.on != WaitFor::Future || !wait.of.is_empty();
            wait.of.retain(|of| {
                wait.on != WaitFor::Future || !self.lives[*of as usize].ended
            });
            !some || wait.on != WaitFor::Future || !wait.of.is_empty()
        });
        let life = &mut self.lives[lane as usize];
        // A deadline that still holds, or one that is told again beside what
        // is not, only adds to the other.
        let new = fresh.iter().any(|wait| wait.on != WaitFor::Deadline);
        // Another timeout is around another wait, unless a variable is polled
        // that has kept its waker.
        let known = |span| before.iter().any(|wait| wait.span == span);
        let same = life.at.is_some() || fresh.iter().all(|w| known(w.span));
        let kept = before.clone().into_iter().filter(|wait| match wait.on {
            WaitFor::Deadline => fresh.iter().all(|new| new.span != wait.span),
            on if fresh.iter().any(|new| new.on == on) => false,
            _ => !new && same && children.is_none(),
        });
        let (mut waits, held): (Vec<Wait>, Vec<Wait>) =
            kept.partition(|wait| wait.on != WaitFor::Deadline);
        // Nothing was told anew, but another line may wait for the same.
        if let (false, Some((site, task)), [wait, ..]) =
            (new, life.at, &mut waits[..])
        {
            wait.site = Some(site);
            if wait.on == WaitFor::Join && task.is_some() {
                wait.of = task.into_iter().collect();
            }
        }
        waits.extend(children);
        waits.extend(fresh);
        waits.extend(held);
        life.waits.clone_from(&waits);
        for wait in waits {
            let resource = self.resource_of(&wait);
            let Wait {
                on,
                of,
                n,
                site,
                until,
                ..
            } = wait;
            self.event(EventKind::Wait {
                lane,
                on,
                of,
                n,
                resource,
                site,
                until,
            });
        }
        self.event(EventKind::Pending { lane });
    }

    /// The wait for what a lane has polled in this poll, and what of it is
    /// still there.
    fn polled_children(&mut self, lane: u32) -> Option<Wait> {
        let life = &mut self.lives[lane as usize];
        let mut of = std::mem::take(&mut life.pending_children);
        let site = life.child_site;
        of.retain(|child| !self.lives[*child as usize].ended);
        if of.is_empty() {
            return None;
        }
        let branch =
            |child: &u32| self.lanes[*child as usize].kind == LaneKind::Branch;
        let mut on = WaitFor::Future;
        if of.iter().any(branch) {
            // Among several the branch says more.
            on = WaitFor::Branches;
            of.clear();
        } else {
            // Some of several futures were not polled: they were not woken.
            let before = &self.lives[lane as usize].waits;
            let same = before
                .iter()
                .find(|wait| wait.on == WaitFor::Future && wait.site == site);
            let others = same.iter().flat_map(|wait| wait.of.iter().copied());
            of.extend(others.filter(|lane| !self.lives[*lane as usize].ended));
            of.sort_unstable();
            of.dedup();
        }
        Some(Wait {
            on,
            of,
            n: None,
            span: None,
            site,
            until: None,
            outside: false,
        })
    }

    pub(super) fn waits(&mut self, span: Option<SpanId>, stack: &Stack) {
        let Some(lane) = self.current() else { return };
        let mut on = stack.wait();
        if matches!(on, WaitFor::Timer | WaitFor::Deadline) {
            let deadline = span.is_some_and(|id| self.timeouts.contains(&id));
            on = match deadline {
                true => WaitFor::Deadline,
                false => WaitFor::Timer,
            };
        }
        let timed = [WaitFor::Timer, WaitFor::Tick, WaitFor::Deadline];
        let until = span
            .filter(|_| timed.contains(&on))
            .and_then(|span| self.deadlines.get(&span).copied());
        let site = self.line(stack).map(|line| self.site(line));
        let at = self.lives[lane as usize].at;
        let of = at.and_then(|(_, task)| task.filter(|_| on == WaitFor::Join));
        let visit = Some(lane).filter(|_| stack.is_visit());
        let of = of.or(visit.map(|lane| self.visit_of(lane).unwrap_or(lane)));
        let wait = Wait {
            on,
            of: of.into_iter().collect(),
            n: self.requested(lane, span),
            span,
            site,
            until,
            outside: stack.is_outside(),
        };
        let before = &self.lives[lane as usize].waits;
        // So it does when none of them was polled now.
        let futures = on == WaitFor::Future
            && before.iter().any(|wait| {
                wait.on == on
                    && wait.of.iter().any(|of| !self.lives[*of as usize].ended)
            });
        self.lives[lane as usize].gone_past(&wait);
        if !futures {
            self.lives[lane as usize].fresh.push(wait);
        }
        // A branch stands in its macro, however deep that lies.
        for pair in 1..self.on.running.len() {
            let (outer, inner) =
                (self.on.running[pair - 1], self.on.running[pair]);
            if let Some((of, _)) = self.lives[inner as usize].branch {
                let site = Some(self.site(of));
                self.lives[outer as usize].child_site = site;
            }
        }
        // The outermost line is the one at which the task itself stands.
        if let ([task, _, ..], Some(line)) =
            (&self.on.running[..], stack.lines.last())
        {
            let task = *task as usize;
            let inner = self.on.running[1] as usize;
            let in_branch = self.lives[inner].branch.is_some();
            // One line alone is the inner future's, not the task's.
            let known = stack.lines.len() > 1;
            let site = known.then(|| self.site(*line));
            if !in_branch {
                self.lives[task].child_site = site;
            }
        }
    }

    /// The permits that a lane asks for, if they are several.
    fn requested(&self, lane: u32, span: Option<SpanId>) -> Option<u32> {
        let asks = |op: &&super::Op| {
            op.lane == lane && Some(op.span) == span && !op.done
        };
        let op = self.ops.values().rev().find(asks)?;
        Some(op.requested).filter(|n| *n > 1)
    }

    /// The line of the example. A branch of a macro has a line of its own.
    pub(super) fn line(&self, stack: &Stack) -> Option<u32> {
        let line = stack.line()?;
        let lane = self.current().unwrap_or(0);
        match self.lives.get(lane as usize).and_then(|life| life.branch) {
            Some((of, own)) if of == line => Some(own),
            _ => Some(line),
        }
    }

    /// A variable is polled at a line.
    pub(super) fn at(&mut self, line: u32, task: Option<TaskId>) {
        let site = self.site(line);
        let task = task.and_then(|task| self.lane(Owner::Task(task)));
        if let Some(lane) = self.current() {
            self.lives[lane as usize].at = Some((site, task));
        }
    }

    /// What a timer or a lock was there for is dropped: nobody waits for it.
    pub(super) fn closed(&mut self, span: SpanId) {
        for life in &mut self.lives {
            life.fresh.retain(|wait| wait.span != Some(span));
            life.waits.retain(|wait| wait.span != Some(span));
        }
    }

    pub(super) fn wake(&mut self, lane: u32, stack: &Stack) {
        let life = &mut self.lives[lane as usize];
        if life.ended || life.woken {
            return;
        }
        life.woken = true;
        let until = life.waits.iter().filter_map(|wait| wait.until).min();
        let resource = life.waits.first().cloned();
        let resource = resource.and_then(|wait| self.resource_of(&wait));
        let by = match self.current() {
            Some(by) => By::Lane(by),
            None => stack.waker(),
        };
        let site = self.line(stack).map(|line| self.site(line));
        let late = until
            .filter(|_| by == By::Timer && self.clock == Clock::Real)
            .map(|until| self.t.saturating_sub(until))
            .filter(|late| *late >= LATE);
        self.event(EventKind::Wake {
            lane,
            by,
            site,
            resource,
            late,
        });
    }

    /// The probe around a woken future passes the wake on: who waits for that
    /// future is not woken for anything else.
    pub(super) fn passed_on(&self, from: Option<Chain>, outer: u32) -> bool {
        let mut at = from.map(|chain| chain.lane);
        while let Some(lane) = at {
            if lane == outer {
                return true;
            }
            let Lane { kind, parent, .. } = &self.lanes[lane as usize];
            let (kind, parent) = (*kind, *parent);
            at = parent.filter(|parent| {
                kind != LaneKind::Task && self.waits_for(*parent, lane)
            });
        }
        false
    }

    /// Whether a lane waits for one that it polls, and not elsewhere by now.
    pub(super) fn waits_for(&self, lane: u32, inner: u32) -> bool {
        let life = &self.lives[lane as usize];
        let known = life.waits.iter().any(|wait| match wait.on {
            WaitFor::Branches => true,
            WaitFor::Future => wait.of.is_empty() || wait.of.contains(&inner),
            _ => false,
        });
        // While it is polled, its waits are not known yet.
        known || life.waits.is_empty() || self.on.running.contains(&lane)
    }

    /// A receiver does not say whose it is; with one channel there is no
    /// doubt.
    pub(super) fn resource_of(&self, wait: &Wait) -> Option<u32> {
        match wait.on {
            WaitFor::Message => self.only(ResourceKind::Channel),
            _ => wait.span.and_then(|span| self.spans.get(&span).copied()),
        }
    }
}
