//! What stands in the way of a lane: who holds what it waits for, what that
//! one waits for, and so on.

use super::{Chain, ChainEnd, Link, at_line, line};
use crate::rows::Names;
use crate::walk::{Hold, Phase, Walk};
use crate::words::{self, list, time};
use crate::{EventKind, ResourceKind, Run, WaitFor};

/// Why a lane does not go on after the first `events` events of a run, which
/// must have passed [`crate::check`].
pub fn blocked(run: &Run, lane: u32, events: usize) -> Chain {
    let search = Search {
        run,
        names: &Names::new(run),
        walk: &Walk::until(run, events),
        events: events.min(run.events.len()),
    };
    let mut links: Vec<Link> = Vec::new();
    let mut lane = lane;
    loop {
        let (link, next) = search.link(lane);
        links.push(link);
        match next {
            Next::End(end) => return Chain { links, end },
            Next::Lane(next) => {
                let known = links.iter().position(|link| link.lane == next);
                if let Some(known) = known {
                    let end = ChainEnd::Circle(known);
                    return Chain { links, end };
                }
                lane = next;
            }
        }
    }
}

enum Next {
    Lane(u32),
    End(ChainEnd),
}

struct Search<'a> {
    run: &'a Run,
    names: &'a Names,
    walk: &'a Walk<'a>,
    events: usize,
}

/// Who has what a lane waits for since the event `at`, as a part of a
/// sentence: `, which work holds since line 18`. Of locks only: a permit may
/// come from anyone.
pub(crate) fn in_the_way(
    run: &Run,
    names: &Names,
    walk: &Walk<'_>,
    (lane, at): (u32, usize),
) -> String {
    let search = Search {
        run,
        names,
        walk,
        events: at,
    };
    match search.wait(at) {
        Some(wait) if wait.on == WaitFor::Lock => search.next(lane, &wait).0,
        _ => String::new(),
    }
}

/// What a lane waits for, as an event tells it.
struct Wait<'a> {
    at: usize,
    on: WaitFor,
    of: &'a [u32],
    resource: Option<u32>,
    line: Option<u32>,
    until: Option<u64>,
    writes: bool,
}

impl<'a> Search<'a> {
    fn name(&self, lane: u32) -> &str {
        self.names.name(lane)
    }

    fn wait(&self, at: usize) -> Option<Wait<'a>> {
        let EventKind::Wait {
            on,
            of,
            n,
            resource,
            site,
            until,
            ..
        } = self.walk.kind(at)
        else {
            return None;
        };
        Some(Wait {
            at,
            on: *on,
            of,
            resource: *resource,
            line: line(self.run, *site),
            until: *until,
            writes: n.is_some(),
        })
    }

    /// The wait of a lane that says most: a deadline only limits another.
    fn wait_of(&self, lane: u32) -> Option<Wait<'a>> {
        let state = &self.walk.lanes[lane as usize];
        let waits = || state.waits.iter().filter_map(|at| self.wait(*at));
        let first = waits().find(|wait| wait.on != WaitFor::Deadline);
        first.or_else(|| waits().next())
    }

    fn link(&self, lane: u32) -> (Link, Next) {
        let state = &self.walk.lanes[lane as usize];
        let name = self.name(lane);
        let since = state.ended.or(state.since).unwrap_or(0);
        let say = |text: String, end: ChainEnd| {
            let (at, line) = (since, None);
            let link = Link {
                lane,
                at,
                line,
                text,
            };
            (link, Next::End(end))
        };
        if state.ended.is_some() {
            return say(format!("{name} has ended"), ChainEnd::Nobody);
        }
        if state.running {
            return say(format!("{name} is being polled"), ChainEnd::Ready);
        }
        match (state.phase, self.wait_of(lane)) {
            (Some(Phase::Created), _) => say(
                format!("{name} exists, and nobody polls it"),
                ChainEnd::Nobody,
            ),
            (Some(Phase::Ready), _) => {
                say(format!("{name} is ready: its turn comes"), ChainEnd::Ready)
            }
            (Some(Phase::Inside), None) => {
                say(format!("{name} is under way"), ChainEnd::Time)
            }
            (_, Some(wait)) => self.waiting(lane, &wait),
            (_, None) => {
                say(format!("{name} is not under way"), ChainEnd::Nobody)
            }
        }
    }

    fn waiting(&self, lane: u32, wait: &Wait<'a>) -> (Link, Next) {
        let name = self.name(lane);
        let line = at_line(wait.line);
        let until = wait.until.map_or_else(String::new, |until| {
            format!(" until {}", time(until))
        });
        let what = words::wait_at(self.run, wait.at, &self.names.full);
        let what = what.replace(&format!("{name}'s "), "its ");
        let (more, next) = self.next(lane, wait);
        let text = match wait.on {
            WaitFor::Timer if wait.of.is_empty() => {
                format!("{name} sleeps{until}{line}")
            }
            WaitFor::Tick | WaitFor::Deadline => {
                format!("{name} waits for {what}{until}{line}")
            }
            _ => format!("{name} waits for {what}{line}{more}"),
        };
        let link = Link {
            lane,
            at: wait.at,
            line: wait.line,
            text,
        };
        (link, next)
    }

    /// Who can end a wait: what is said of it, and where the chain goes on.
    fn next(&self, lane: u32, wait: &Wait<'a>) -> (String, Next) {
        let plain = |end| (String::new(), Next::End(end));
        match (wait.on, wait.of, wait.resource) {
            (WaitFor::Timer, [visit], _) if *visit != lane => {
                (String::new(), Next::Lane(*visit))
            }
            (WaitFor::Join | WaitFor::Future, [one], _) => {
                (String::new(), Next::Lane(*one))
            }
            (WaitFor::Join | WaitFor::Future, [_, ..], _) => {
                self.inside(wait.of)
            }
            (WaitFor::Branches, ..) => self.inside(&self.children(lane)),
            (WaitFor::Lock | WaitFor::Permit, _, Some(id)) => {
                self.holders(lane, wait, id)
            }
            (WaitFor::Slot, _, Some(id)) => {
                self.other_side(lane, id, &takes, "takes from it")
            }
            (WaitFor::Message, _, Some(id)) => {
                self.other_side(lane, id, &sends, "sends to it")
            }
            (
                WaitFor::Timer
                | WaitFor::Tick
                | WaitFor::Deadline
                | WaitFor::Turn
                | WaitFor::Budget
                | WaitFor::Clock,
                ..,
            ) => plain(ChainEnd::Time),
            (
                WaitFor::Read
                | WaitFor::Write
                | WaitFor::Accept
                | WaitFor::Connect
                | WaitFor::Signal
                | WaitFor::Process,
                ..,
            ) => plain(ChainEnd::Outside),
            _ => plain(ChainEnd::Nobody),
        }
    }

    /// The lanes that a lane polls itself, and that are not over.
    fn children(&self, lane: u32) -> Vec<u32> {
        let lanes = (0..).zip(&self.run.lanes);
        let inside = lanes.filter(|(id, one)| {
            let state = &self.walk.lanes[*id as usize];
            one.parent == Some(lane)
                && one.kind.is_polled_by_its_parent()
                && state.born.is_some()
                && state.ended.is_none()
        });
        inside.map(|(id, _)| id).collect()
    }

    /// Several at once: each is told, and none is followed.
    fn inside(&self, lanes: &[u32]) -> (String, Next) {
        let open =
            |lane: &&u32| self.walk.lanes[**lane as usize].ended.is_none();
        let open: Vec<u32> = lanes.iter().filter(open).copied().collect();
        match open[..] {
            [] => (String::new(), Next::End(ChainEnd::Nobody)),
            [one] => (String::new(), Next::Lane(one)),
            _ => {
                let links = open.iter().map(|lane| self.link(*lane));
                let mut end = ChainEnd::Nobody;
                let said: Vec<String> = links
                    .take(4)
                    .map(|(link, next)| {
                        match next {
                            Next::End(ChainEnd::Nobody) => {}
                            Next::End(one) => end = one,
                            Next::Lane(_) => end = ChainEnd::Ready,
                        }
                        link.text
                    })
                    .collect();
                let said: Vec<&str> = said.iter().map(String::as_str).collect();
                (format!(": {}", list(&said)), Next::End(end))
            }
        }
    }

    /// Who holds the lock or the permits.
    fn holders(&self, lane: u32, wait: &Wait<'a>, id: u32) -> (String, Next) {
        let run = self.run;
        let holders = self.walk.holders(id);
        let kind = run.resources[id as usize].kind;
        // A lock is fair: who wants to read stands behind who wants to write.
        if kind == ResourceKind::RwLock && !wait.writes {
            let writer = self.waiting_to_write(id, lane, wait.at);
            if let Some(writer) = writer {
                let name = self.name(writer);
                return (
                    format!(", behind {name}, which waits to write"),
                    Next::Lane(writer),
                );
            }
        }
        let Some((first, hold)) = holders.first().copied() else {
            let text = match kind {
                ResourceKind::Semaphore => ", and nobody holds one",
                _ => "",
            };
            return (text.to_owned(), Next::End(ChainEnd::Nobody));
        };
        let mut names: Vec<&str> =
            holders.iter().map(|(lane, _)| self.name(*lane)).collect();
        names.dedup();
        let text = match &names[..] {
            [one] => format!(", which {one} {}", self.since(first, hold)),
            names if kind == ResourceKind::Semaphore => {
                format!("; {} hold them", list(names))
            }
            names => format!("; {} hold it", list(names)),
        };
        (text, Next::Lane(first))
    }

    /// `holds since line 18`; `took (line 18) and did not give back`.
    fn since(&self, lane: u32, hold: Hold) -> String {
        let line = line(self.run, self.walk.taken_at(hold.since));
        let ended = self.walk.lanes[lane as usize].ended.is_some();
        match (line, ended) {
            (Some(line), false) => format!("holds since line {line}"),
            (None, false) => "holds".to_owned(),
            (line, true) => {
                format!("took{} and has not given back", at_line(line))
            }
        }
    }

    /// Who wants to write, and has asked before.
    fn waiting_to_write(&self, id: u32, lane: u32, at: usize) -> Option<u32> {
        let lanes = 0..u32::try_from(self.walk.lanes.len()).unwrap_or(0);
        lanes.filter(|other| *other != lane).find(|other| {
            let state = &self.walk.lanes[*other as usize];
            let wait = self.wait_of(*other);
            state.ended.is_none()
                && wait.is_some_and(|wait| {
                    wait.on == WaitFor::Lock
                        && wait.resource == Some(id)
                        && wait.writes
                        && wait.at < at
                })
        })
    }

    /// Who does on a channel what the lane waits for: who did it last, or
    /// will do it.
    fn other_side(
        &self,
        lane: u32,
        id: u32,
        does: &dyn Fn(&EventKind) -> bool,
        doing: &str,
    ) -> (String, Next) {
        let events = &self.run.events;
        let (before, after) = events.split_at(self.events);
        let mut all = before.iter().rev().chain(after);
        let found = all.find_map(|event| {
            let kind = &event.kind;
            let other = kind.lane();
            let fits = kind.resource() == Some(id) && does(kind);
            let there = self.walk.lanes[other as usize].ended.is_none();
            Some(other).filter(|other| fits && there && *other != lane)
        });
        match found {
            Some(other) => {
                (format!("; {} {doing}", self.name(other)), Next::Lane(other))
            }
            None => (String::new(), Next::End(ChainEnd::Nobody)),
        }
    }
}

fn takes(kind: &EventKind) -> bool {
    matches!(kind, EventKind::Released { .. })
}

fn sends(kind: &EventKind) -> bool {
    matches!(kind, EventKind::Acquired { .. } | EventKind::Sent { .. })
}
