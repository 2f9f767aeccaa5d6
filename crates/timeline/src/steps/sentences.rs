//! The sentences: each takes the events that belong together, from one event
//! on, and gives the text, its line, and the event after them.

use super::{Narrator, Stop};
use crate::why::in_the_way;
use crate::words::{self, list, time};
use crate::{End, EventKind, LaneKind, Made, Runtime, WaitFor};

impl Narrator<'_> {
    pub(super) fn spawned(
        &self,
        at: usize,
        by: u32,
    ) -> (String, Option<u32>, usize) {
        let (names, sites, to) = self.run_of(at, |kind| match kind {
            EventKind::Spawned { lane, by: b } if *b == by => Some(*lane),
            _ => None,
        });
        let (is, it) = one_or_many(to - at);
        let spawns = match (self.run.runtime, to - at) {
            (Runtime::Tokio, _) => "spawns",
            (Runtime::Asyncio, 1) => "makes the task",
            (Runtime::Asyncio, _) => "makes the tasks",
        };
        let text = format!(
            "{} {spawns} {}{}: {it} {is} scheduled and {} not run yet.",
            self.name(by),
            list(&names),
            self.at_lines(&sites),
            if to - at == 1 { "has" } else { "have" },
        );
        (text, self.first_line(&sites), to)
    }

    pub(super) fn created(
        &self,
        at: usize,
        by: u32,
    ) -> (String, Option<u32>, usize) {
        let made = |lane: u32| self.run.lanes[lane as usize].made;
        let first = match self.kind(at) {
            Some(EventKind::Created { lane, .. }) => made(*lane),
            _ => Made::Call,
        };
        let (names, sites, to) = self.run_of(at, |kind| match kind {
            EventKind::Created { lane, by: b }
                if *b == by && made(*lane) == first =>
            {
                Some(*lane)
            }
            _ => None,
        });
        let (exists, it, s) = if to - at == 1 {
            ("exists", "it", "")
        } else {
            ("exist", "them", "s")
        };
        // Whose they are, the sentence says anyway.
        let own = format!("{}'s ", self.name(by));
        let names: Vec<&str> = names
            .iter()
            .map(|name| name.strip_prefix(&own).unwrap_or(name))
            .collect();
        let (by, names) = (self.name(by), list(&names));
        let lines = self.at_lines(&sites);
        let text = match first {
            Made::Branch if to - at == 1 => {
                format!(
                    "{by} has the branch {names}{lines}: nobody has polled it."
                )
            }
            Made::Branch => format!(
                "{by} has the branches {names}{lines}: nobody has polled them."
            ),
            made => {
                let calls = match made {
                    Made::Call => "calls",
                    _ => "makes",
                };
                format!(
                    "{by} {calls} {names}{lines}: the future{s} {exists}, \
                     nobody has polled {it}."
                )
            }
        };
        (text, self.first_line(&sites), to)
    }

    /// Lanes of equal events that follow each other, where each was made, and
    /// the event after them.
    pub(super) fn run_of(
        &self,
        at: usize,
        lane: impl Fn(&EventKind) -> Option<u32>,
    ) -> (Vec<&str>, Vec<Option<u32>>, usize) {
        let mut names = Vec::new();
        let mut sites = Vec::new();
        let mut to = at;
        while let Some(lane) = self.kind(to).and_then(&lane) {
            names.push(self.name(lane));
            sites.push(self.run.lanes[lane as usize].site);
            to += 1;
        }
        (names, sites, to)
    }

    fn first_line(&self, sites: &[Option<u32>]) -> Option<u32> {
        sites.iter().find_map(|site| self.line(*site))
    }

    pub(super) fn poll(
        &self,
        at: usize,
        lane: u32,
    ) -> (String, Option<u32>, usize) {
        let state = self.lane(lane);
        let name = self.name(lane);
        let stop = self.stop(lane);
        let why = match &stop {
            _ if state.last_poll.is_none() && lane == 0 => {
                "begins: its first poll".to_owned()
            }
            _ if state.last_poll.is_none() => {
                "is polled for the first time: it begins to run".to_owned()
            }
            // A branch has borrowed it, and borrows it again.
            _ if state.ended.is_some() => match self.end_of(lane) {
                Some(End::Done | End::Error) => {
                    "is polled again, though it was done".to_owned()
                }
                _ => "is polled again".to_owned(),
            },
            Some(_) if state.woken.is_some() => {
                format!("is polled: {}", self.cause(at, lane))
            }
            Some(Stop {
                on: WaitFor::Branches | WaitFor::Future,
                ..
            }) if !self.woken_inside(lane).is_empty() => {
                let woken = self.woken_inside(lane);
                let was = if woken.len() == 1 { "was" } else { "were" };
                format!("is polled: {} {was} woken", self.of(lane, &woken))
            }
            Some(Stop {
                on: WaitFor::Branches,
                ..
            }) => "is polled, and polls its branches".to_owned(),
            Some(Stop {
                on: WaitFor::Future,
                what,
                ..
            }) => format!("is polled, and polls {}", self.its(lane, what)),
            // Its task was woken for another branch.
            Some(Stop { what, .. }) => format!(
                "is polled too, though nothing woke it: it still waits for \
                 {what}"
            ),
            None => "is polled".to_owned(),
        };
        let line = stop.and_then(|stop| self.line(stop.site));
        match self.kind(at + 1) {
            Some(EventKind::Acquired { lane: l, site, .. }) if *l == lane => {
                let (got, to) = self.acquired(at + 1, line);
                let line = line.or(self.line(*site));
                (format!("{name} {why}, and it {got}."), line, to)
            }
            _ => (format!("{name} {why}."), line, at + 1),
        }
    }

    /// The lanes inside of a lane that were woken since they were polled.
    fn woken_inside(&self, lane: u32) -> Vec<&str> {
        let inside = |id: u32| {
            let mut at = Some(id);
            while let Some(id) = at.filter(|id| *id != lane) {
                let one = &self.run.lanes[id as usize];
                let root =
                    matches!(one.kind, LaneKind::Task | LaneKind::Blocking);
                at = one.parent.filter(|_| !root);
            }
            at.is_some() && id != lane
        };
        (0..)
            .zip(&self.walk.lanes)
            .filter(|(id, state)| {
                state.woken.is_some() && state.ended.is_none() && inside(*id)
            })
            .map(|(id, _)| self.name(id))
            .collect()
    }

    /// Names, in a sentence about a lane.
    fn of(&self, lane: u32, names: &[&str]) -> String {
        self.its(lane, &list(names))
    }

    /// A lane's own branches are `its`.
    pub(super) fn its(&self, lane: u32, text: &str) -> String {
        text.replace(&format!("{}'s ", self.name(lane)), "its ")
    }

    pub(super) fn wait(
        &self,
        at: usize,
        lane: u32,
    ) -> (String, Option<u32>, usize) {
        let mut to = at;
        let mut what: Vec<String> = Vec::new();
        let mut visits: Vec<&str> = Vec::new();
        let mut line = None;
        let mut held = String::new();
        let mut nearest = None;
        let mut same = true;
        while let Some(EventKind::Wait {
            lane: l,
            on,
            of,
            site,
            until,
            ..
        }) = self.kind(to)
            && *l == lane
        {
            let deadline = until.as_ref();
            let until = until.map(|t| format!(" until {}", time(t)));
            let until = until.unwrap_or_default();
            let what_now = match on {
                WaitFor::Timer if of[..] == [lane] => {
                    format!("is under way{until}")
                }
                WaitFor::Timer if of.is_empty() => format!("sleeps{until}"),
                WaitFor::Timer => {
                    visits.extend(of.iter().map(|visit| self.name(*visit)));
                    String::new()
                }
                WaitFor::Deadline => format!("at most{until}"),
                WaitFor::Tick => {
                    let at = deadline.map(|t| format!(" at {}", time(*t)));
                    format!("waits for its next tick{}", at.unwrap_or_default())
                }
                WaitFor::Clock => "has moved the clock, and waits for its \
                                   next turn"
                    .to_owned(),
                _ => {
                    let what = words::wait_at(self.run, to, &self.names.full);
                    format!("waits for {}", self.its(lane, &what))
                }
            };
            line = line.or(*site);
            if held.is_empty() {
                let wait = (lane, to);
                held = in_the_way(self.run, &self.names, &self.walk, wait);
            }
            // Two futures may be awaited in one line.
            same &= *on == WaitFor::Deadline
                || *on != WaitFor::Future && {
                    let stop = self.stop(lane);
                    stop.is_some_and(|s| (s.on, s.site) == (*on, *site))
                };
            if let (WaitFor::Deadline, Some(t)) = (on, deadline) {
                nearest = Some(nearest.map_or(*t, |n: u64| n.min(*t)));
            }
            if !what_now.is_empty() && !what.contains(&what_now) {
                what.push(what_now);
            }
            to += 1;
        }
        if matches!(self.kind(to), Some(EventKind::Pending { lane: l })
            if *l == lane)
        {
            to += 1;
        }
        if !visits.is_empty() {
            let visits = list(&visits);
            what.insert(0, format!("waits for {visits}"));
        }
        let state = self.lane(lane);
        let still = if same && !state.had_cause && !state.has_made {
            "still "
        } else {
            ""
        };
        // The nearest deadline is the one that counts.
        what.retain(|what| !what.starts_with("at most"));
        what.extend(nearest.map(|t| format!("at most until {}", time(t))));
        let what = what.join(" and ").replace(" and at most", ", at most");
        let text = format!(
            "{} {still}{what}{}{held}.",
            self.name(lane),
            self.at_line(line)
        );
        let text = text.replace(" still is under way", " is still under way");
        (text, self.line(line), to)
    }
}

pub(super) fn one_or_many(n: usize) -> (&'static str, &'static str) {
    if n == 1 {
        ("is", "it")
    } else {
        ("are", "they")
    }
}
