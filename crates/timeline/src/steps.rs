//! Says a run in words: one sentence per step.

mod asyncio;
mod cause;
mod ends;
mod sentences;
mod shared;
mod visits;

use crate::walk::{LaneState, Walk};
use crate::words::{self, list};
use crate::{By, EventKind, LaneKind, ResourceKind, Run, WaitFor, rows};

/// One or several events that make one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The first event.
    pub from: usize,
    /// One past the last event.
    pub to: usize,
    /// Microseconds.
    pub t: u64,
    pub text: String,
    /// The line of the source that it is about.
    pub line: Option<u32>,
    /// For each line where a lane stops: who, and for what.
    pub there: Vec<(u32, String)>,
}

/// The steps of a run, in order. Each event belongs to one step.
pub fn steps(run: &Run) -> Vec<Step> {
    let mut narrator = Narrator {
        run,
        names: rows::Names::new(run),
        walk: Walk::new(run),
    };
    let mut steps = Vec::new();
    let mut from = 0;
    while from < run.events.len() {
        let (text, line, to) = narrator.tell(from);
        for _ in from..to {
            narrator.walk.advance();
        }
        let there = narrator.there();
        let t = run.events[from].t;
        // An end of a poll says nothing of its own.
        if text.is_empty() {
            if let Some(last) = steps.last_mut() {
                let last: &mut Step = last;
                last.to = to;
                last.there = there;
            }
        } else {
            steps.push(Step {
                from,
                to,
                t,
                text,
                line,
                there,
            });
        }
        from = to;
    }
    steps
}

/// Where a lane stands, and what it waits for.
struct Stop {
    on: WaitFor,
    site: Option<u32>,
    what: String,
}

struct Narrator<'a> {
    run: &'a Run,
    names: rows::Names,
    /// The state before the events that are told next.
    walk: Walk<'a>,
}

impl Narrator<'_> {
    fn name(&self, lane: u32) -> &str {
        self.names
            .full
            .get(lane as usize)
            .map_or("?", String::as_str)
    }

    fn line(&self, site: Option<u32>) -> Option<u32> {
        let site = self.run.sites.get(site? as usize)?;
        Some(site.line)
    }

    fn at_line(&self, site: Option<u32>) -> String {
        let line = self.line(site);
        line.map(|line| format!(" (line {line})"))
            .unwrap_or_default()
    }

    /// The lines of several sites, each once: ` (lines 21 and 22)`.
    fn at_lines(&self, sites: &[Option<u32>]) -> String {
        let mut lines: Vec<u32> =
            sites.iter().filter_map(|site| self.line(*site)).collect();
        lines.sort_unstable();
        lines.dedup();
        match lines[..] {
            [] => String::new(),
            [line] => format!(" (line {line})"),
            [first, _, .., last]
                if lines.len() > 2
                    && lines.windows(2).all(|l| l[1] - l[0] == 1) =>
            {
                format!(" (lines {first} to {last})")
            }
            _ => {
                let lines: Vec<String> =
                    lines.iter().map(u32::to_string).collect();
                let lines: Vec<&str> =
                    lines.iter().map(String::as_str).collect();
                format!(" (lines {})", list(&lines))
            }
        }
    }

    fn unit(&self, resource: u32) -> (&'static str, &'static str) {
        let resource = self.run.resources.get(resource as usize);
        resource.map_or(("permit", "permits"), |r| words::unit(r.kind))
    }

    fn is_rw(&self, resource: u32) -> bool {
        let resource = self.run.resources.get(resource as usize);
        resource.is_some_and(|one| one.kind == ResourceKind::RwLock)
    }

    fn kind(&self, at: usize) -> Option<&EventKind> {
        self.run.events.get(at).map(|event| &event.kind)
    }

    /// The sentence that begins with event `at`, its line, and the event
    /// after it.
    fn tell(&self, at: usize) -> (String, Option<u32>, usize) {
        let event = &self.run.events[at];
        match &event.kind {
            EventKind::Spawned { by, .. } => self.spawned(at, *by),
            EventKind::Created { lane, .. } if !self.run.runtime.is_tokio() => {
                self.never_awaited(at, *lane)
            }
            EventKind::Created { by, .. } => self.created(at, *by),
            EventKind::Poll { lane } if self.run.runtime.is_tokio() => {
                self.poll(at, *lane)
            }
            EventKind::Poll { lane } => self.turn(at, *lane),
            EventKind::Cancel { by, .. } => self.cancels(at, *by),
            EventKind::Thrown { lane, what, site } => {
                self.thrown(at, *lane, what, *site)
            }
            EventKind::Handler { lane, what, site } => {
                self.handler(at, *lane, what, *site)
            }
            EventKind::Wake {
                by: By::Lane(by),
                site,
                ..
            } => self.wakes(at, *by, *site),
            EventKind::Wake { by, .. } => self.wake_from_outside(at, *by),
            EventKind::Acquired { lane, site, .. } => {
                let (got, to) = self.acquired(at, None);
                let text = format!("{} {got}.", self.name(*lane));
                (text, self.line(*site), to)
            }
            EventKind::Released {
                lane,
                resource,
                site,
                ..
            } => self.released(at, *lane, *resource, *site),
            EventKind::Sent { lane, site, .. } => self.sent(at, *lane, *site),
            EventKind::Received {
                lane,
                value,
                resource,
            } => (self.received(*lane, *resource, value), None, at + 1),
            EventKind::Called { lane, .. } => self.called(at, *lane),
            EventKind::Wait { lane, .. } => self.wait(at, *lane),
            EventKind::Pending { lane } => {
                let text = match self.lane(*lane).stop {
                    Some(_) => String::new(),
                    None => format!(
                        "{}'s poll ends without a result.",
                        self.name(*lane)
                    ),
                };
                (text, None, at + 1)
            }
            EventKind::Enter { lane, what, site } => {
                self.enters(at, *lane, what, *site)
            }
            EventKind::Leave {
                lane,
                what,
                dropped,
            } => (self.leaves(*lane, what, *dropped), None, at + 1),
            EventKind::Out { lane, text, site } => {
                let name = self.name(*lane);
                let at_line = self.at_line(*site);
                let text = text.trim();
                let ended = self.lane(*lane).ended.is_some();
                let name = match ended {
                    true => format!("The drop of {name}"),
                    false => name.to_owned(),
                };
                let text = format!("{name} prints “{text}”{at_line}.");
                (text, self.line(*site), at + 1)
            }
            EventKind::End {
                lane,
                how,
                message,
                site,
            } => self.end(at, *lane, *how, (message.as_deref(), *site)),
        }
    }

    fn lane(&self, lane: u32) -> &LaneState {
        &self.walk.lanes[lane as usize]
    }

    /// Where a lane stands, or has stood last, and what it waits for.
    fn stop(&self, lane: u32) -> Option<Stop> {
        let at = self.lane(lane).stop?;
        let EventKind::Wait { on, site, .. } = self.kind(at)? else {
            return None;
        };
        Some(Stop {
            on: *on,
            site: *site,
            what: words::wait_at(self.run, at, &self.names.full),
        })
    }

    fn there(&self) -> Vec<(u32, String)> {
        let mut stops: Vec<(u32, String, Vec<&str>)> = Vec::new();
        for (id, lane) in (0..).zip(&self.run.lanes) {
            if self.lane(id).running {
                continue;
            }
            let Some(Stop { on, site, what }) = self.stop(id) else {
                continue;
            };
            let Some(line) = self.line(site) else {
                continue;
            };
            // Only a task's own wait for what it polls adds to theirs.
            let inner = matches!(on, WaitFor::Branches | WaitFor::Future);
            if inner && lane.kind != LaneKind::Task {
                continue;
            }
            let name = self.name(id);
            let same =
                |stop: &&mut (u32, String, _)| stop.0 == line && stop.1 == what;
            match stops.iter_mut().find(same) {
                Some((.., names)) => names.push(name),
                None => stops.push((line, what, vec![name])),
            }
        }
        stops.sort_by_key(|stop| stop.0);
        let said = stops.into_iter().map(|(line, what, names)| {
            let waits = if names.len() == 1 { "waits" } else { "wait" };
            (line, format!("{} {waits} for {what}", list(&names)))
        });
        said.collect()
    }
}
