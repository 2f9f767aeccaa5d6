//! What a figure shows, read from a run: who was in which phase from which
//! event to which. Positions are event numbers, so that one model serves the
//! time axis and the step axis.

use std::collections::BTreeMap;

use crate::walk::{LaneState, Phase, ResourceState, Walk, is_visit};
use crate::{By, End, EventKind, Run, WaitFor};

/// A stretch of a lane's life between two events.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub lane: u32,
    pub from: usize,
    pub to: usize,
    pub phase: Phase,
    /// Resources of which the lane holds a permit or the lock.
    pub holds: Vec<u32>,
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

impl Model {
    pub fn new(run: &Run) -> Self {
        let mut model = Self::default();
        let mut walk = Walk::new(run);
        for event in &run.events {
            let lane = event.kind.lane();
            let before = walk.lanes[lane as usize].clone();
            let Some((at, _)) = walk.advance() else { break };
            if walk.lanes[lane as usize].since != before.since {
                model.close(lane, &before, at);
            }
            match &event.kind {
                EventKind::Wake { by, .. } => {
                    model.wakes.push(Wake { lane, by: *by, at });
                }
                EventKind::Poll { .. } => model.polls.push((lane, at)),
                EventKind::End { how, .. } => {
                    model.ends.push((lane, at, *how));
                }
                EventKind::Leave { dropped, .. } if is_visit(run, lane) => {
                    let how = match dropped {
                        true => End::Dropped,
                        false => End::Done,
                    };
                    model.ends.push((lane, at, how));
                }
                EventKind::Out { .. } => model.outs.push((lane, at)),
                _ => {}
            }
        }
        let last = run.events.len().saturating_sub(1);
        for (lane, state) in (0..).zip(&walk.lanes) {
            model.close(lane, state, last);
        }
        model
    }

    /// A lane was in a phase until the event `to`.
    fn close(&mut self, lane: u32, state: &LaneState, to: usize) {
        if let (Some(phase), Some(from)) = (state.phase, state.since) {
            let holds = state.holds.iter().map(|hold| hold.resource);
            self.segments.push(Segment {
                lane,
                from,
                to,
                phase,
                holds: holds.collect(),
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
        let under_way = |segment: &&Segment| match segment.phase {
            Phase::Waiting { on, .. } => {
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

/// The state of a resource from an event on.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    pub at: usize,
    pub state: ResourceState,
}

/// The levels of each resource that has a capacity, by the resource's number.
pub fn levels(run: &Run) -> BTreeMap<u32, Vec<Level>> {
    let mut walk = Walk::new(run);
    let mut levels: BTreeMap<u32, Vec<Level>> = BTreeMap::new();
    for (id, (resource, state)) in
        (0..).zip(run.resources.iter().zip(&walk.resources))
    {
        if resource.capacity.is_some() {
            let state = state.clone();
            levels.insert(id, vec![Level { at: 0, state }]);
        }
    }
    while let Some((at, event)) = walk.advance() {
        let Some(id) = event.kind.resource() else {
            continue;
        };
        if let Some(levels) = levels.get_mut(&id) {
            let state = walk.resources[id as usize].clone();
            levels.push(Level { at, state });
        }
    }
    levels
}

/// How many permits or slots each resource has free, each time it changes,
/// by time.
pub fn available(run: &Run) -> BTreeMap<u32, Vec<(u64, u32)>> {
    let by_time = |levels: Vec<Level>| {
        let mut points: Vec<(u64, u32)> = Vec::new();
        for level in levels {
            let t = run.events.get(level.at).map_or(0, |event| event.t);
            match points.last_mut() {
                Some(point) if point.0 == t => point.1 = level.state.free,
                Some(point) if point.1 == level.state.free => {}
                _ => points.push((t, level.state.free)),
            }
        }
        points
    };
    levels(run)
        .into_iter()
        .map(|(id, of)| (id, by_time(of)))
        .collect()
}
