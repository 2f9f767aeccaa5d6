//! What a figure shows, read from a run: who was in which state from which
//! event to which. Positions are event numbers, so that one model serves the
//! time axis and the step axis.

use std::collections::BTreeMap;

use crate::{By, End, EventKind, LaneKind, ResourceKind, Run, WaitFor};

/// A stretch of a lane's life between two events.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub lane: u32,
    pub from: usize,
    pub to: usize,
    pub state: State,
    /// Resources of which the lane holds a permit or the lock.
    pub holds: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State {
    /// A future was made; nobody has polled it.
    Created,
    /// In the run queue.
    Ready,
    /// Inside a simulated service, which takes its time.
    Inside,
    Waiting {
        on: WaitFor,
        resource: Option<u32>,
        site: Option<u32>,
        /// The event that tells of it.
        at: usize,
    },
}

/// A wake with its position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wake {
    pub lane: u32,
    pub by: By,
    pub at: usize,
}

#[derive(Debug, Default)]
pub struct Model {
    pub segments: Vec<Segment>,
    /// Lane and position of each poll.
    pub polls: Vec<(u32, usize)>,
    pub wakes: Vec<Wake>,
    pub ends: Vec<(u32, usize, End)>,
    pub outs: Vec<(u32, usize)>,
}

struct Life {
    since: usize,
    state: Option<State>,
    holds: Vec<u32>,
}

impl Model {
    pub fn of(run: &Run) -> Self {
        let mut model = Self::default();
        let mut lives: Vec<Life> = run
            .lanes
            .iter()
            .map(|_| Life {
                since: 0,
                state: None,
                holds: Vec::new(),
            })
            .collect();
        for (at, event) in run.events.iter().enumerate() {
            let (lane, next) = match &event.kind {
                EventKind::Created { lane, .. } => {
                    (*lane, Some(State::Created))
                }
                EventKind::Spawned { lane, .. } => (*lane, Some(State::Ready)),
                EventKind::Wake { lane, by, .. } => {
                    model.wakes.push(Wake {
                        lane: *lane,
                        by: *by,
                        at,
                    });
                    (*lane, Some(State::Ready))
                }
                EventKind::Poll { lane } => {
                    model.polls.push((*lane, at));
                    (*lane, None)
                }
                EventKind::Wait {
                    lane,
                    on,
                    of,
                    resource,
                    site,
                    ..
                } => {
                    let (resource, site) = (*resource, *site);
                    let state = match (on, &of[..]) {
                        (WaitFor::Timer, [one]) if one == lane => State::Inside,
                        (on, of) => State::Waiting {
                            on: visited(*on, of),
                            resource,
                            site,
                            at,
                        },
                    };
                    (*lane, Some(state))
                }
                EventKind::End { lane, how, .. } => {
                    model.ends.push((*lane, at, *how));
                    (*lane, None)
                }
                EventKind::Enter { lane, .. } if is_visit(run, *lane) => {
                    (*lane, Some(State::Inside))
                }
                EventKind::Leave { lane, dropped, .. }
                    if is_visit(run, *lane) =>
                {
                    let how = match dropped {
                        true => End::Dropped,
                        false => End::Done,
                    };
                    model.ends.push((*lane, at, how));
                    (*lane, None)
                }
                EventKind::Acquired { lane, resource, .. } => {
                    if holdable(run, *resource) {
                        lives[*lane as usize].holds.push(*resource);
                    }
                    continue;
                }
                EventKind::Released { lane, resource, .. } => {
                    let holds = &mut lives[*lane as usize].holds;
                    if let Some(i) = holds.iter().position(|r| r == resource) {
                        holds.remove(i);
                    }
                    continue;
                }
                EventKind::Out { lane, .. } => {
                    model.outs.push((*lane, at));
                    continue;
                }
                _ => continue,
            };
            let life = &mut lives[lane as usize];
            // The first of several waits names the state.
            let again = matches!(next, Some(State::Waiting { .. }))
                && matches!(life.state, Some(State::Waiting { .. }));
            if !again {
                model.close(life, lane, at);
                *life = Life {
                    since: at,
                    state: next,
                    holds: std::mem::take(&mut life.holds),
                };
            }
        }
        let last = run.events.len().saturating_sub(1);
        for (lane, life) in lives.iter().enumerate() {
            model.close(life, u32::try_from(lane).unwrap_or(0), last);
        }
        model
    }

    fn close(&mut self, life: &Life, lane: u32, to: usize) {
        if let Some(state) = life.state {
            let holds = life.holds.clone();
            let from = life.since;
            self.segments.push(Segment {
                lane,
                from,
                to,
                state,
                holds,
            });
        }
    }

    /// How many lanes were under way at once, at the most: begun, not ended,
    /// and not waiting for another lane. So `main` counts while it sleeps, and
    /// not while it awaits. Where there are services: the most inside at once.
    pub fn peak(&self, run: &Run) -> usize {
        if let Some(peak) = most_inside(run) {
            return peak;
        }
        let under_way = |segment: &&Segment| match segment.state {
            State::Waiting { on, .. } => {
                matches!(
                    on,
                    WaitFor::Timer
                        | WaitFor::Deadline
                        | WaitFor::Answer
                        | WaitFor::Read
                        | WaitFor::Write
                        | WaitFor::Other
                )
            }
            _ => false,
        };
        let mut edges = Vec::new();
        for segment in self.segments.iter().filter(under_way) {
            let (from, to) =
                (run.events[segment.from].t, run.events[segment.to].t);
            if from < to {
                // At one instant, ends come before beginnings.
                edges.push((from, 1));
                edges.push((to, -1));
            }
        }
        edges.sort_unstable();
        let (mut now, mut peak) = (0_i64, 0);
        for (_, change) in edges {
            now += change;
            peak = peak.max(now);
        }
        usize::try_from(peak).unwrap_or(0)
    }
}

/// Who waits for a visit that is a lane of its own, waits for that.
pub fn visited(on: WaitFor, of: &[u32]) -> WaitFor {
    match (on, of) {
        (WaitFor::Timer, [_]) => WaitFor::Future,
        (on, _) => on,
    }
}

fn is_visit(run: &Run, lane: u32) -> bool {
    let lane = run.lanes.get(lane as usize);
    lane.is_some_and(|lane| lane.kind == LaneKind::Visit)
}

/// How many were inside the services at once, counted as they come and go.
fn most_inside(run: &Run) -> Option<usize> {
    let mut inside = 0_usize;
    let mut most = None;
    for event in &run.events {
        match event.kind {
            EventKind::Enter { .. } => {
                inside += 1;
                most = most.max(Some(inside));
            }
            EventKind::Leave { .. } => inside = inside.saturating_sub(1),
            _ => {}
        }
    }
    most
}

/// A channel's slot is not held by its sender: the value holds it.
fn holdable(run: &Run, resource: u32) -> bool {
    run.resources
        .get(resource as usize)
        .is_some_and(|resource| {
            matches!(
                resource.kind,
                ResourceKind::Semaphore
                    | ResourceKind::Mutex
                    | ResourceKind::RwLock
            )
        })
}

/// How much of a resource is free, and what a channel holds, from an event on.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    pub at: usize,
    pub free: u32,
    /// What the lanes hold together.
    pub held: u32,
    pub values: Vec<String>,
}

/// The levels of each resource that has a capacity, by the resource's number.
pub fn levels(run: &Run) -> BTreeMap<u32, Vec<Level>> {
    let mut levels: BTreeMap<u32, Vec<Level>> = BTreeMap::new();
    for (id, resource) in run.resources.iter().enumerate() {
        if let (Ok(id), Some(free)) = (u32::try_from(id), resource.capacity) {
            let start = Level {
                at: 0,
                free,
                held: 0,
                values: Vec::new(),
            };
            levels.insert(id, vec![start]);
        }
    }
    let channel = |id: u32| {
        let resource = run.resources.get(id as usize);
        resource.is_some_and(|one| one.kind == ResourceKind::Channel)
    };
    // Permits that a releasing lane handed on: they are never free.
    let mut handed: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (at, event) in run.events.iter().enumerate() {
        let (resource, change, held) = match &event.kind {
            EventKind::Acquired { lane, resource, n } => {
                let handed = handed.entry((*resource, *lane)).or_default();
                let from_hand = *n.min(handed);
                *handed -= from_hand;
                let change = Change::Free(-i64::from(n - from_hand));
                (*resource, change, i64::from(*n))
            }
            EventKind::Released {
                resource,
                n,
                to: Some(to),
                ..
            } => {
                let handed = handed.entry((*resource, *to)).or_default();
                *handed = handed.saturating_add(*n);
                // The slot of a value that was taken out goes to the next.
                let change = match channel(*resource) {
                    true => Change::Out(1, 0),
                    false => Change::Free(0),
                };
                (*resource, change, -i64::from(*n))
            }
            EventKind::Released {
                resource,
                n,
                to: None,
                added,
                ..
            } => {
                let held = if *added { 0 } else { -i64::from(*n) };
                let change = match channel(*resource) {
                    true => Change::Out(1, i64::from(*n)),
                    false => Change::Free(i64::from(*n)),
                };
                (*resource, change, held)
            }
            EventKind::Sent {
                resource: Some(resource),
                value,
                ..
            } => (*resource, Change::In(value), 0),
            _ => continue,
        };
        let Some(levels) = levels.get_mut(&resource) else {
            continue;
        };
        let Some(mut level) = levels.last().cloned() else {
            continue;
        };
        level.at = at;
        let held = (i64::from(level.held) + held).max(0);
        level.held = u32::try_from(held).unwrap_or(u32::MAX);
        match change {
            Change::Free(n) => {
                let free = (i64::from(level.free) + n).max(0);
                level.free = u32::try_from(free).unwrap_or(0);
            }
            Change::In(value) => level.values.push(value.clone()),
            Change::Out(n, freed) => {
                let free = (i64::from(level.free) + freed).max(0);
                level.free = u32::try_from(free).unwrap_or(0);
                let n = level.values.len().min(n);
                level.values.drain(..n);
            }
        }
        levels.push(level);
    }
    levels
}

enum Change<'a> {
    Free(i64),
    In(&'a String),
    /// Values that leave, and slots that are free then. Each value that
    /// leaves frees a slot, whoever tells of the value.
    Out(usize, i64),
}

/// How many permits or slots each resource has free, each time it changes,
/// by time.
pub fn available(run: &Run) -> BTreeMap<u32, Vec<(u64, u32)>> {
    let by_time = |levels: Vec<Level>| {
        let mut points: Vec<(u64, u32)> = Vec::new();
        for level in levels {
            let t = run.events.get(level.at).map_or(0, |event| event.t);
            match points.last_mut() {
                Some(point) if point.0 == t => point.1 = level.free,
                Some(point) if point.1 == level.free => {}
                _ => points.push((t, level.free)),
            }
        }
        points
    };
    levels(run)
        .into_iter()
        .map(|(id, of)| (id, by_time(of)))
        .collect()
}
