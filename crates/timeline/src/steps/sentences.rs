//! The sentences: each takes the events that belong together, from one event
//! on, and gives the text, its line, and the event after them.

use super::Teller;
use crate::words::{self, list, time};
use crate::{By, End, EventKind, WaitFor};

impl Teller<'_> {
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
        let text = format!(
            "{} spawns {}{}: {it} {is} scheduled and {} not run yet.",
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
        let (names, sites, to) = self.run_of(at, |kind| match kind {
            EventKind::Created { lane, by: b } if *b == by => Some(*lane),
            _ => None,
        });
        let (exists, it) = if to - at == 1 {
            ("exists", "it")
        } else {
            ("exist", "them")
        };
        let text = format!(
            "{} calls {}{}: the future{} {exists}, nobody has polled {it}.",
            self.name(by),
            list(&names),
            self.at_lines(&sites),
            if to - at == 1 { "" } else { "s" },
        );
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
        let life = &self.lives[lane as usize];
        let name = self.name(lane);
        let stop = self.stops[lane as usize];
        let why = match stop {
            _ if !life.polled && lane == 0 => {
                "begins: its first poll".to_owned()
            }
            _ if !life.polled => {
                "is polled for the first time: it begins to run".to_owned()
            }
            Some((on, _)) if life.woken => {
                let t = self.run.events[at].t;
                let late = life.deadline.is_some_and(|end| end <= t);
                let on = if late { WaitFor::Deadline } else { on };
                format!("is polled: {}", words::over(on))
            }
            Some((WaitFor::Branches, _)) => {
                "is polled, and polls its branches".to_owned()
            }
            Some((WaitFor::Future, _)) => {
                "is polled, and polls the future it awaits".to_owned()
            }
            // Its task was woken for another branch.
            Some((on, _)) => format!(
                "is polled too, though nothing woke it: it still waits for {}",
                words::wait(on)
            ),
            None => "is polled".to_owned(),
        };
        let line = stop.and_then(|(_, site)| self.line(site));
        match self.kind(at + 1) {
            Some(EventKind::Acquired {
                lane: l,
                resource,
                n,
            }) if *l == lane => {
                let (got, to) = self.acquired(at + 1, *resource, *n);
                (format!("{name} {why}, and it {got}."), line, to)
            }
            _ => (format!("{name} {why}."), line, at + 1),
        }
    }

    pub(super) fn acquired(
        &self,
        at: usize,
        resource: u32,
        n: u32,
    ) -> (String, usize) {
        let (one, many) = self.unit(resource);
        let got = match (one, n) {
            ("lock", _) => "gets the lock".to_owned(),
            (one, 1) => format!("gets a {one}"),
            _ => format!("gets {n} {many}"),
        };
        match self.kind(at + 1) {
            Some(EventKind::Sent { value, .. }) => {
                (format!("{got} and sends {}", words::item(value)), at + 2)
            }
            _ => (got, at + 1),
        }
    }

    pub(super) fn released(
        &self,
        at: usize,
        lane: u32,
        given: &str,
        to: Option<u32>,
        site: Option<u32>,
    ) -> (String, Option<u32>, usize) {
        let slot = given == "frees a slot";
        let name = self.name(lane);
        let at_line = self.at_line(site);
        let mut next = at + 1;
        let mut woken = None;
        if let (Some(EventKind::Wake { lane, .. }), Some(to)) =
            (self.kind(next), to)
            && *lane == to
        {
            woken = Some(to);
            next += 1;
        }
        let it = if slot { "The slot" } else { "It" };
        let goes = match (to, woken) {
            (Some(to), Some(_)) => {
                format!(" {it} goes to {}, which is woken.", self.name(to))
            }
            (Some(to), None) => format!(" {it} goes to {}.", self.name(to)),
            (None, _) => String::new(),
        };
        let taken = self.kind(next).and_then(|kind| match kind {
            EventKind::Received { lane: l, value, .. } if *l == lane => {
                Some(value)
            }
            _ => None,
        });
        let what = match taken.filter(|_| slot) {
            Some(value) => {
                next += 1;
                // A slot that somebody waits for never becomes free.
                let free = if to.is_none() { ": a slot is free" } else { "" };
                format!("takes {value} out{at_line}{free}.")
            }
            None => format!("{given}{at_line}."),
        };
        (format!("{name} {what}{goes}"), self.line(site), next)
    }

    /// What a lane does that gives back or adds `n` of a resource.
    pub(super) fn given(&self, resource: u32, n: u32, added: bool) -> String {
        let (one, many) = self.unit(resource);
        match (one, n) {
            ("slot", _) => "frees a slot".to_owned(),
            ("lock", _) => "gives the lock back".to_owned(),
            (one, 1) if added => format!("adds a {one}"),
            _ if added => format!("adds {n} {many}"),
            (one, 1) => format!("gives a {one} back"),
            _ => format!("gives {n} {many} back"),
        }
    }

    pub(super) fn received(&self, lane: u32, value: &str) -> String {
        let name = self.name(lane);
        if value == "None" {
            format!("{name} gets None: the channel is closed and empty.")
        } else {
            format!("{name} takes {value} out.")
        }
    }

    pub(super) fn wait(
        &self,
        at: usize,
        lane: u32,
    ) -> (String, Option<u32>, usize) {
        let mut to = at;
        let mut what: Vec<String> = Vec::new();
        let mut line = None;
        let mut same = true;
        while let Some(EventKind::Wait {
            lane: l,
            on,
            site,
            until,
            ..
        }) = self.kind(to)
            && *l == lane
        {
            let until = until.map(|t| format!(" until {}", time(t)));
            let until = until.unwrap_or_default();
            let what_now = match on {
                WaitFor::Timer => format!("sleeps{until}"),
                WaitFor::Deadline => format!("at most{until}"),
                on => format!("waits for {}", words::wait(*on)),
            };
            line = line.or(*site);
            // Two futures may be awaited in one line.
            same &= *on == WaitFor::Deadline
                || *on != WaitFor::Future
                    && self.stops[lane as usize] == Some((*on, *site));
            if !what.contains(&what_now) {
                what.push(what_now);
            }
            to += 1;
        }
        if matches!(self.kind(to), Some(EventKind::Pending { lane: l })
            if *l == lane)
        {
            to += 1;
        }
        let life = &self.lives[lane as usize];
        let still = if same && !life.had_cause {
            "still "
        } else {
            ""
        };
        let what = what.join(" and ").replace(" and at most", ", at most");
        let text =
            format!("{} {still}{what}{}.", self.name(lane), self.at_line(line));
        (text, self.line(line), to)
    }

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
        let how = words::end(how);
        let text = format!("{name} is {how}{at_line}{message}");
        if let Some(EventKind::Wake {
            by: By::Lane(by), ..
        }) = self.kind(at + 1)
            && *by == lane
        {
            let (woken, to) = self.woken(at + 1);
            return (format!("{text}; {woken}."), line, to);
        }
        (format!("{text}."), line, at + 1)
    }
}

fn one_or_many(n: usize) -> (&'static str, &'static str) {
    if n == 1 {
        ("is", "it")
    } else {
        ("are", "they")
    }
}
