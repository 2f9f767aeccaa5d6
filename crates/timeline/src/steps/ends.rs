//! Sentences about who wakes whom, and how lanes end.

use super::Narrator;
use super::sentences::one_or_many;
use crate::words::{self, list, time};
use crate::{By, End, EventKind, LaneKind, Outcome};

impl Narrator<'_> {
    /// Wakes by lanes, from event `at` on: `main is woken`.
    pub(super) fn woken(&self, at: usize) -> (String, usize) {
        let (names, _, to) = self.run_of(at, |kind| match kind {
            EventKind::Wake {
                lane,
                by: By::Lane(_),
                ..
            } => Some(*lane),
            _ => None,
        });
        let (is, _) = one_or_many(names.len());
        (format!("{} {is} woken", list(&names)), to)
    }

    /// A lane wakes others, or itself.
    pub(super) fn wakes(
        &self,
        at: usize,
        by: u32,
        site: Option<u32>,
    ) -> (String, Option<u32>, usize) {
        let (names, _, to) = self.run_of(at, |kind| match kind {
            EventKind::Wake {
                lane,
                by: By::Lane(b),
                site: s,
                ..
            } if *b == by && *s == site => Some(*lane),
            _ => None,
        });
        let itself = matches!(self.kind(at), Some(EventKind::Wake { lane, .. })
            if *lane == by && names.len() == 1);
        let whom = match itself {
            true => "itself".to_owned(),
            false => list(&names),
        };
        let line = self.at_line(site);
        let text = format!("{} wakes {whom}{line}.", self.name(by));
        (text, self.line(site), to)
    }

    /// A sentence, and whom its lane wakes thereby.
    pub(super) fn and_wakes(
        &self,
        at: usize,
        lane: u32,
        text: String,
        site: Option<u32>,
    ) -> (String, Option<u32>, usize) {
        let line = self.line(site);
        match self.kind(at + 1) {
            Some(EventKind::Wake {
                by: By::Lane(by), ..
            }) if *by == lane => {
                let (woken, to) = self.woken(at + 1);
                (format!("{text}; {woken}."), line, to)
            }
            _ => (format!("{text}."), line, at + 1),
        }
    }

    /// A call that others may notice.
    pub(super) fn called(
        &self,
        at: usize,
        lane: u32,
    ) -> (String, Option<u32>, usize) {
        let Some(EventKind::Called {
            what,
            to,
            idle,
            site,
            ..
        }) = self.kind(at)
        else {
            return (String::new(), None, at + 1);
        };
        let name = self.name(lane);
        let line = self.at_line(*site);
        let text = match to.map(|to| (to, self.lane(to))) {
            None if what == "forget()" => {
                let text = format!(
                    "{name} forgets what it holds{line}: nobody gives it back."
                );
                return (text, self.line(*site), at + 1);
            }
            // It is the last thing that anyone has done.
            None if self.never_returns(at) => {
                format!("{name} calls {what}{line}: it does not come back")
            }
            None if *idle => {
                let text =
                    format!("{name} calls {what}{line}: it wakes nobody.");
                return (text, self.line(*site), at + 1);
            }
            None => format!("{name} calls {what}{line}"),
            Some((to, state)) if state.ended.is_some() => {
                let to = self.name(to);
                format!("{name} aborts {to}{line}, which has ended already")
            }
            Some((to, state)) if state.last_poll.is_none() => {
                let to = self.name(to);
                format!("{name} aborts {to}{line}: it will never run")
            }
            Some((to, _)) => {
                let to = self.name(to);
                format!(
                    "{name} aborts {to}{line}: at its next turn it is dropped"
                )
            }
        };
        self.and_wakes(at, lane, text, *site)
    }

    fn never_returns(&self, at: usize) -> bool {
        self.run.outcome == Outcome::Hung && at + 1 == self.run.events.len()
    }

    pub(super) fn wake_from_outside(
        &self,
        at: usize,
        by: By,
    ) -> (String, Option<u32>, usize) {
        let t = self.run.events[at].t;
        let (names, _, mut to) = self.run_of(at, |kind| match kind {
            EventKind::Wake { lane, by: b, .. } if *b == by => Some(*lane),
            _ => None,
        });
        while self.run.events[to - 1].t != t {
            to -= 1;
        }
        let names = list(&names[..to - at]);
        let text = match by {
            By::Timer => {
                format!("Time is {}: the timer wakes {names}.", time(t))
            }
            By::Runtime if !self.run.runtime.is_tokio() => {
                format!("The loop puts {names} in its queue.")
            }
            By::Runtime => {
                format!("The runtime puts {names} in the queue again.")
            }
            _ => format!("Another thread wakes {names}."),
        };
        (text, None, to)
    }

    pub(super) fn end(
        &self,
        at: usize,
        lane: u32,
        how: End,
        (message, site): (Option<&str>, Option<u32>),
    ) -> (String, Option<u32>, usize) {
        let line = self.line(site);
        let message = message.map(|m| format!(": {m}")).unwrap_or_default();
        let name = self.name(lane);
        let at_line = self.at_line(site);
        let kind = self.run.lanes[lane as usize].kind;
        let task = matches!(kind, LaneKind::Task | LaneKind::Blocking);
        let polled = self.lane(lane).last_poll.is_some();
        // What is left when `main` has returned.
        let left = task && self.lane(0).ended.is_some() && lane != 0;
        let over = match self.run.lanes[0].name.as_str() {
            "main" if self.end_of(0) == Some(End::Panic) => "main is over",
            "main" => "main has returned",
            _ => "The check is over",
        };
        let text = match how {
            how if !self.run.runtime.is_tokio() => {
                self.ended(lane, how, &message)
            }
            End::Dropped if left => format!(
                "{over}: the runtime drops {name}{}",
                match self.stopped_at(lane) {
                    at if at.is_empty() => ", which was not done".to_owned(),
                    at => at,
                }
            ),
            End::NeverPolled if left => {
                format!("{over}: the runtime drops {name}, which has never run")
            }
            End::Aborted if !polled => {
                format!("{name} is aborted: nothing of it has ever run")
            }
            End::Aborted => format!(
                "{name} is aborted: its turn comes, and it is dropped{}",
                self.stopped_at(lane)
            ),
            how => format!("{name} is {}{at_line}{message}", words::end(how)),
        };
        let (text, _, to) = self.and_wakes(at, lane, text, site);
        (text, line, to)
    }

    /// Where a lane stands that goes no further.
    fn stopped_at(&self, lane: u32) -> String {
        let line = self.stop(lane).and_then(|stop| self.line(stop.site));
        line.map(|line| format!(" where it waited (line {line})"))
            .unwrap_or_default()
    }
}
