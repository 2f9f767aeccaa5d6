//! Why a lane is polled.

use super::Narrator;
use crate::words;
use crate::{By, End, EventKind, WaitFor};

impl Narrator<'_> {
    /// How a lane has ended.
    pub(super) fn end_of(&self, lane: u32) -> Option<End> {
        let at = self.lane(lane).ended?;
        match self.kind(at)? {
            EventKind::End { how, .. } => Some(*how),
            _ => None,
        }
    }

    /// Why a lane is polled that was woken.
    pub(super) fn cause(&self, at: usize, lane: u32) -> String {
        let state = self.lane(lane);
        let by = self.walk.woken_by(lane);
        let now = self.run.events[at].t;
        if by == Some(By::Lane(lane)) {
            return "it had woken itself".to_owned();
        }
        if state.deadline.is_some_and(|end| end <= now) {
            return words::over(WaitFor::Deadline).to_owned();
        }
        // What it polls itself was not woken: that would be told of it.
        let mut causes: Vec<String> = Vec::new();
        for wait in &state.waits {
            let Some(EventKind::Wait {
                on, of, n, until, ..
            }) = self.kind(*wait)
            else {
                continue;
            };
            let timed = matches!(on, WaitFor::Timer | WaitFor::Tick);
            let due = until.is_none_or(|until| until <= now);
            let by_timer = by == Some(By::Timer);
            let own = *on == WaitFor::Branches
                || (*on == WaitFor::Future && !of.is_empty());
            if own || *on == WaitFor::Deadline {
                continue;
            }
            // Whatever it awaits, and no name is known of: it may be a timer.
            let any = *on == WaitFor::Future;
            if !any && (timed != by_timer || (timed && !due)) {
                continue;
            }
            // It was woken, and not for this: the waker was left there by a
            // future that is gone, or what it was woken for went to another.
            if !self.may_go_on(at, lane, *wait) {
                continue;
            }
            let cause = match (on, &of[..]) {
                (WaitFor::Join, [task]) => {
                    format!("{} has ended", self.name(*task))
                }
                (WaitFor::Join, [_, _, ..]) => {
                    "what it waits for has ended".to_owned()
                }
                (WaitFor::Timer, [one]) if *one == lane => {
                    "its time is over".to_owned()
                }
                (WaitFor::Timer, [one]) => {
                    format!("the time of {} is over", self.name(*one))
                }
                (WaitFor::Permit, _) if n.is_some() => {
                    "its permits are there".to_owned()
                }
                (on, _) => words::over(*on).to_owned(),
            };
            if !causes.contains(&cause) {
                causes.push(cause);
            }
        }
        match &causes[..] {
            [one] => one.clone(),
            _ => "it was woken".to_owned(),
        }
    }

    /// Whether what a lane waits for may be there when it is polled at `at`.
    fn may_go_on(&self, at: usize, lane: u32, wait: usize) -> bool {
        let Some(EventKind::Wait {
            on,
            site,
            resource: Some(id),
            ..
        }) = self.kind(wait)
        else {
            return true;
        };
        let resource = &self.walk.resources[*id as usize];
        // Who finds nothing waits again at the same place.
        let events = &self.run.events[at + 1..];
        let mut own = events.iter().map(|event| &event.kind);
        let next = own.find(|kind| kind.lane() == lane);
        let again = matches!(next, Some(EventKind::Wait { on: o, site: s, .. })
            if (o, s) == (on, site));
        match on {
            WaitFor::Slot | WaitFor::Permit | WaitFor::Lock => {
                !again && (resource.free > 0 || resource.is_promised_to(lane))
            }
            WaitFor::Message => !again || !resource.values.is_empty(),
            _ => true,
        }
    }
}
