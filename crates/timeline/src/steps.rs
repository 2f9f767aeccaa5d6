//! Says a run in words: one sentence per step.

mod sentences;

use crate::words::{self, list};
use crate::{By, Event, EventKind, LaneKind, Run, WaitFor};

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
    let mut teller = Teller {
        run,
        stops: vec![None; run.lanes.len()],
        lives: vec![Life::default(); run.lanes.len()],
    };
    let mut steps = Vec::new();
    let mut from = 0;
    while from < run.events.len() {
        let (text, line, to) = teller.tell(from);
        for event in &run.events[from..to] {
            teller.update(event);
        }
        let there = teller.there();
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

#[derive(Clone, Default)]
struct Life {
    polled: bool,
    /// Since its last poll began.
    woken: bool,
    /// Its last poll followed a wake of its own.
    had_cause: bool,
    /// It is being polled: it stands at no wait.
    running: bool,
    /// Its last poll has said what it waits for.
    stopped: bool,
    /// It waits until then at most.
    deadline: Option<u64>,
}

struct Teller<'a> {
    run: &'a Run,
    /// Where each lane stopped, and what it waits for.
    stops: Vec<Option<(WaitFor, Option<u32>)>>,
    lives: Vec<Life>,
}

impl Teller<'_> {
    fn name(&self, lane: u32) -> &str {
        let lane = self.run.lanes.get(lane as usize);
        lane.map_or("?", |lane| lane.name.as_str())
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

    fn kind(&self, at: usize) -> Option<&EventKind> {
        self.run.events.get(at).map(|event| &event.kind)
    }

    /// The sentence that begins with event `at`, its line, and the event
    /// after it.
    fn tell(&self, at: usize) -> (String, Option<u32>, usize) {
        let event = &self.run.events[at];
        match &event.kind {
            EventKind::Spawned { by, .. } => self.spawned(at, *by),
            EventKind::Created { by, .. } => self.created(at, *by),
            EventKind::Poll { lane } => self.poll(at, *lane),
            EventKind::Wake {
                by: By::Lane(_), ..
            } => {
                let (woken, to) = self.woken(at);
                (format!("{woken}."), None, to)
            }
            EventKind::Wake { by, .. } => self.wake_from_outside(at, *by),
            EventKind::Acquired { lane, resource, n } => {
                let (got, to) = self.acquired(at, *resource, *n);
                let text = format!("{} {got}.", self.name(*lane));
                (text, None, to)
            }
            EventKind::Released {
                lane,
                resource,
                n,
                added,
                to,
                site,
            } => {
                let what = self.given(*resource, *n, *added);
                self.released(at, *lane, &what, *to, *site)
            }
            EventKind::Sent { lane, value, .. } => {
                let name = self.name(*lane);
                let text = format!("{name} sends {}.", words::item(value));
                (text, None, at + 1)
            }
            EventKind::Received { lane, value, .. } => {
                (self.received(*lane, value), None, at + 1)
            }
            EventKind::Wait { lane, .. } => self.wait(at, *lane),
            EventKind::Pending { lane } => {
                let text = match self.stops[*lane as usize] {
                    Some(_) => String::new(),
                    None => format!(
                        "{}'s poll ends without a result.",
                        self.name(*lane)
                    ),
                };
                (text, None, at + 1)
            }
            EventKind::Out { lane, text, site } => {
                let name = self.name(*lane);
                let at_line = self.at_line(*site);
                let text = text.trim();
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

    fn update(&mut self, event: &Event) {
        match &event.kind {
            EventKind::Poll { lane } => {
                let life = &mut self.lives[*lane as usize];
                *life = Life {
                    polled: true,
                    had_cause: life.woken,
                    running: true,
                    ..Life::default()
                };
            }
            EventKind::Wake { lane, .. } => {
                self.lives[*lane as usize].woken = true;
            }
            EventKind::Wait {
                lane,
                on,
                site,
                until,
                ..
            } => {
                let life = &mut self.lives[*lane as usize];
                // A deadline only adds to what is waited for.
                let adds = *on == WaitFor::Deadline;
                if adds {
                    life.deadline = *until;
                }
                if !(adds && life.stopped) {
                    self.stops[*lane as usize] = Some((*on, *site));
                }
                life.stopped = true;
            }
            EventKind::Pending { lane } => {
                self.lives[*lane as usize].running = false;
            }
            EventKind::End { lane, .. } => self.stops[*lane as usize] = None,
            _ => {}
        }
    }

    fn there(&self) -> Vec<(u32, String)> {
        let mut stops: Vec<(u32, WaitFor, Vec<&str>)> = Vec::new();
        for (id, stop) in self.stops.iter().enumerate() {
            let Some((on, site)) = *stop else { continue };
            let Some(line) = self.line(site) else {
                continue;
            };
            if self.lives[id].running {
                continue;
            }
            let lane = &self.run.lanes[id];
            // Only a task's own wait for what it polls adds to theirs.
            let inner = matches!(on, WaitFor::Branches | WaitFor::Future);
            if inner && lane.kind != LaneKind::Task {
                continue;
            }
            let found =
                stops.iter_mut().find(|stop| (stop.0, stop.1) == (line, on));
            match found {
                Some((.., names)) => names.push(&lane.name),
                None => stops.push((line, on, vec![&lane.name])),
            }
        }
        stops.sort_by_key(|stop| stop.0);
        let said = stops.into_iter().map(|(line, on, names)| {
            let waits = if names.len() == 1 { "waits" } else { "wait" };
            let for_what = words::wait(on);
            (line, format!("{} {waits} for {for_what}", list(&names)))
        });
        said.collect()
    }
}
