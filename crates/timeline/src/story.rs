//! A run as a story: what one instant does to a lane, or to several in the
//! same way, is one part of it. Each part can be opened into its steps.

use crate::steps::Step;
use crate::words::{self, list};
use crate::{EventKind, LaneKind, ResourceKind, Run, WaitFor, rows};

/// Some steps that follow each other, as one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub from: usize,
    /// One past the last step.
    pub to: usize,
    pub text: String,
}

/// What some lanes do, each of them the same.
#[derive(PartialEq, Eq)]
struct Clause {
    lanes: Vec<u32>,
    does: Vec<Deed>,
    from: usize,
    to: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Deed {
    Is(String),
    Spawns(Vec<u32>),
    Makes(Vec<u32>),
    Prints(Vec<String>),
}

/// The parts of a run, in order. Each step belongs to one part.
pub fn story(run: &Run, steps: &[Step]) -> Vec<Part> {
    let teller = Teller {
        run,
        names: rows::Names::new(run).full,
    };
    let clauses = merged(teller.turns(steps), steps);
    let parts = clauses.into_iter().map(|clause| Part {
        from: clause.from,
        to: clause.to,
        text: match clause.to - clause.from {
            1 => steps[clause.from].text.clone(),
            _ => teller.sentence(&clause, steps),
        },
    });
    parts.collect()
}

/// Lanes that do the same one after the other, at one instant, do it together.
fn merged(turns: Vec<Clause>, steps: &[Step]) -> Vec<Clause> {
    let mut merged: Vec<Clause> = Vec::new();
    for turn in turns {
        let t = |clause: &Clause| steps.get(clause.from).map(|step| step.t);
        match merged.last_mut() {
            Some(last)
                if t(last) == t(&turn)
                    && last.does == turn.does
                    && !turn.lanes.iter().any(|l| last.lanes.contains(l)) =>
            {
                last.lanes.extend(turn.lanes);
                last.to = turn.to;
            }
            _ => merged.push(turn),
        }
    }
    merged
}

struct Teller<'a> {
    run: &'a Run,
    names: Vec<String>,
}

impl Teller<'_> {
    /// What each lane does until another one does something. A step in which
    /// nobody does anything begins the part of who comes next.
    fn turns(&self, steps: &[Step]) -> Vec<Clause> {
        let mut turns: Vec<Clause> = Vec::new();
        let mut polled = vec![false; self.run.lanes.len()];
        let mut begun: Option<usize> = None;
        for (i, step) in steps.iter().enumerate() {
            let (lanes, does) = self.step(step, &mut polled);
            let t = |clause: &Clause| steps[clause.from].t;
            if begun.is_some_and(|from| steps[from].t != step.t) {
                let from = begun.take().unwrap_or(i);
                turns.push(quiet(from, i));
            }
            if does.is_empty() {
                // An end of a turn belongs to it.
                match turns.last_mut() {
                    Some(last)
                        if begun.is_none()
                            && t(last) == step.t
                            && last.lanes == lanes
                            && !last.does.is_empty() =>
                    {
                        last.to = i + 1;
                    }
                    _ => begun = begun.or(Some(i)),
                }
                continue;
            }
            let from = begun.take().unwrap_or(i);
            match turns.last_mut() {
                Some(last)
                    if last.to == from
                        && last.lanes == lanes
                        && t(last) == step.t =>
                {
                    last.to = i + 1;
                    does.into_iter().for_each(|deed| add(last, deed));
                }
                _ => {
                    let mut turn = quiet(from, i + 1);
                    turn.lanes = lanes;
                    does.into_iter().for_each(|deed| add(&mut turn, deed));
                    turns.push(turn);
                }
            }
        }
        turns.extend(begun.map(|from| quiet(from, steps.len())));
        turns
    }

    /// Who does what in a step.
    fn step(&self, step: &Step, polled: &mut [bool]) -> (Vec<u32>, Vec<Deed>) {
        let mut told: Vec<(u32, Vec<Deed>)> = Vec::new();
        let events = self.run.events.get(step.from..step.to);
        for (at, event) in (step.from..).zip(events.unwrap_or_default()) {
            let Some((lane, deed)) = self.event(at, &event.kind, polled) else {
                continue;
            };
            match told.iter_mut().find(|(one, _)| *one == lane) {
                Some((_, deeds)) => deeds.extend(deed),
                None => told.push((lane, deed.into_iter().collect())),
            }
        }
        told.retain(|(_, deeds)| !deeds.is_empty());
        let Some((first, deeds)) = told.first().cloned() else {
            let lane = events.unwrap_or_default().first();
            let lane = lane.and_then(|event| match event.kind {
                EventKind::Poll { lane } | EventKind::Pending { lane } => {
                    Some(lane)
                }
                _ => None,
            });
            return (lane.into_iter().collect(), Vec::new());
        };
        let same = told.iter().all(|(_, all)| *all == deeds);
        let lanes = match same {
            true => told.iter().map(|(lane, _)| *lane).collect(),
            false => vec![first],
        };
        (lanes, deeds)
    }

    fn event(
        &self,
        at: usize,
        kind: &EventKind,
        polled: &mut [bool],
    ) -> Option<(u32, Option<Deed>)> {
        let is = |lane: &u32, text: String| Some((*lane, Some(Deed::Is(text))));
        match kind {
            EventKind::Poll { lane } => {
                let first =
                    !std::mem::replace(polled.get_mut(*lane as usize)?, true);
                let deed = first.then(|| Deed::Is("begins".to_owned()));
                Some((*lane, deed))
            }
            EventKind::Spawned { lane, by } => {
                Some((*by, Some(Deed::Spawns(vec![*lane]))))
            }
            EventKind::Created { lane, by } => {
                Some((*by, Some(Deed::Makes(vec![*lane]))))
            }
            EventKind::Acquired {
                lane, resource, n, ..
            } => is(lane, format!("gets {}", self.units(*resource, *n)?)),
            EventKind::Released {
                lane, resource, n, ..
            } => {
                let units = self.units(*resource, *n)?;
                is(lane, format!("gives {units} back"))
            }
            EventKind::Sent { lane, value, .. } => {
                is(lane, format!("sends {}", words::item(value)))
            }
            EventKind::Received { lane, value, .. } => {
                is(lane, format!("takes {} out", words::item(value)))
            }
            EventKind::Called { lane, what, .. } => {
                is(lane, format!("calls {what}"))
            }
            EventKind::Wait { lane, on, .. } => match on {
                WaitFor::Branches | WaitFor::Future => None,
                WaitFor::Timer => is(lane, "sleeps".to_owned()),
                _ => {
                    let what = words::wait_at(self.run, at, &self.names);
                    is(lane, format!("waits for {what}"))
                }
            },
            EventKind::Cancel { lane, .. } => {
                is(lane, "is cancelled".to_owned())
            }
            EventKind::Thrown { lane, what, .. } => {
                is(lane, format!("gets {what}"))
            }
            EventKind::Handler { lane, what, .. } => {
                is(lane, format!("runs its {what}"))
            }
            EventKind::Enter { lane, .. } => is(lane, "enters".to_owned()),
            EventKind::Leave { lane, dropped, .. } => {
                let how = if *dropped { "is dropped" } else { "leaves" };
                is(lane, how.to_owned())
            }
            EventKind::Out { lane, text, .. } => {
                let line = text.trim().to_owned();
                Some((*lane, Some(Deed::Prints(vec![line]))))
            }
            EventKind::End { lane, how, .. } => {
                is(lane, format!("is {}", words::end(*how)))
            }
            EventKind::Wake { .. } | EventKind::Pending { .. } => None,
        }
    }

    /// `a permit`, `2 permits`; nothing for a channel, whose values say it.
    fn units(&self, resource: u32, n: u32) -> Option<String> {
        let kind = self.run.resources.get(resource as usize)?.kind;
        let (one, several) = words::unit(kind);
        match (kind, n) {
            (ResourceKind::Channel | ResourceKind::Oneshot, _) => None,
            (ResourceKind::Mutex | ResourceKind::RwLock, _) => {
                Some(words::lock(self.run, resource))
            }
            (_, 1) => Some(format!("a {one}")),
            (_, n) => Some(format!("{n} {several}")),
        }
    }

    fn called(&self, lanes: &[u32]) -> String {
        let name = |lane: &u32| self.names.get(*lane as usize);
        let names: Vec<&str> =
            lanes.iter().filter_map(name).map(String::as_str).collect();
        list(&names)
    }

    fn sentence(&self, clause: &Clause, steps: &[Step]) -> String {
        if clause.does.is_empty() {
            return steps[clause.from].text.clone();
        }
        let mut deeds: Vec<String> =
            clause.does.iter().map(|deed| self.deed(deed)).collect();
        deeds.dedup();
        // The first and the last tell most.
        if deeds.len() > 5 {
            deeds.splice(2..deeds.len() - 2, ["…".to_owned()]);
        }
        let deeds: Vec<&str> = deeds.iter().map(String::as_str).collect();
        let who = self.called(&clause.lanes);
        let each = if clause.lanes.len() > 1 {
            "each of "
        } else {
            ""
        };
        format!("{each}{who} {}.", list(&deeds))
    }

    fn deed(&self, deed: &Deed) -> String {
        match deed {
            Deed::Is(text) => text.clone(),
            Deed::Spawns(lanes) => format!("spawns {}", self.called(lanes)),
            Deed::Makes(lanes) => {
                let branch = |lane: &u32| {
                    let lane = self.run.lanes.get(*lane as usize);
                    lane.is_some_and(|one| one.kind == LaneKind::Branch)
                };
                let verb = match lanes.iter().all(branch) {
                    true => "makes the branches",
                    false => "makes",
                };
                format!("{verb} {}", self.called(lanes))
            }
            Deed::Prints(lines) => match &lines[..] {
                [line] => format!("prints “{line}”"),
                lines => format!("prints {} lines", lines.len()),
            },
        }
    }
}

fn quiet(from: usize, to: usize) -> Clause {
    Clause {
        lanes: Vec::new(),
        does: Vec::new(),
        from,
        to,
    }
}

/// Deeds of one kind that follow each other are one.
fn add(clause: &mut Clause, deed: Deed) {
    match (clause.does.last_mut(), deed) {
        (Some(Deed::Spawns(all)), Deed::Spawns(more))
        | (Some(Deed::Makes(all)), Deed::Makes(more)) => all.extend(more),
        (Some(Deed::Prints(all)), Deed::Prints(more)) => all.extend(more),
        (Some(Deed::Is(last)), Deed::Is(next)) if *last == next => {}
        (_, deed) => clause.does.push(deed),
    }
}
