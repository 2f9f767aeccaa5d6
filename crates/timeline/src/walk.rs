//! The state of a run after each of its events: who waits, who runs, who holds
//! what, what is free. Whoever draws or tells a run walks through it with
//! this, so that each fact is worked out in one place.

mod holders;

use std::collections::BTreeMap;

use crate::{By, Event, EventKind, LaneKind, ResourceKind, Run, WaitFor};

/// A run, and its state after the events that were taken in.
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    run: &'a Run,
    next: usize,
    pub lanes: Vec<LaneState>,
    pub resources: Vec<ResourceState>,
    /// Who gives back what somebody else has taken, by the event of the taking.
    passed_on: BTreeMap<usize, u32>,
}

/// What is known of a lane. Events are told by their place in the run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LaneState {
    /// What it does since `since`; nothing while it is polled, before it exists
    /// and after its end.
    pub phase: Option<Phase>,
    pub since: Option<usize>,
    /// The event with which it came to be.
    pub born: Option<usize>,
    /// The event with which it ended.
    pub ended: Option<usize>,
    /// The beginning of its last poll.
    pub last_poll: Option<usize>,
    /// It is being polled.
    pub running: bool,
    /// The last wake since its last poll began.
    pub woken: Option<usize>,
    /// Its last poll followed a wake of its own.
    pub had_cause: bool,
    /// It has made futures since its last poll began.
    pub has_made: bool,
    /// The waits that its last poll has told.
    pub waits: Vec<usize>,
    /// The wait that names where it stands; it is kept through the next poll,
    /// until that tells another.
    pub stop: Option<usize>,
    /// `stop` is of the last poll.
    stopped: bool,
    /// It waits until then at most, in microseconds.
    pub deadline: Option<u64>,
    /// What it has taken since its last poll began.
    pub taken: Vec<Taken>,
    /// Permits and locks that it holds.
    pub holds: Vec<Hold>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Phase {
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

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Taken {
    pub resource: u32,
    /// Who handed it on, if nobody could take it in between.
    pub from: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hold {
    pub resource: u32,
    pub n: u32,
    /// The event with which it was taken, perhaps by another lane.
    pub since: usize,
}

/// How much of a resource is free, and what a channel holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceState {
    pub free: u32,
    /// What the lanes hold together.
    pub held: u32,
    /// The values in a channel.
    pub values: Vec<String>,
    /// Given back by a lane and promised to another, which has not taken it
    /// yet: to whom, how many, by whom.
    handed: BTreeMap<u32, (u32, u32)>,
}

impl EventKind {
    /// The lane to which it happened.
    pub fn lane(&self) -> u32 {
        match self {
            Self::Created { lane, .. }
            | Self::Spawned { lane, .. }
            | Self::Poll { lane }
            | Self::Pending { lane }
            | Self::Wait { lane, .. }
            | Self::Wake { lane, .. }
            | Self::Acquired { lane, .. }
            | Self::Released { lane, .. }
            | Self::Sent { lane, .. }
            | Self::Received { lane, .. }
            | Self::Called { lane, .. }
            | Self::Enter { lane, .. }
            | Self::Leave { lane, .. }
            | Self::Out { lane, .. }
            | Self::Cancel { lane, .. }
            | Self::Thrown { lane, .. }
            | Self::Handler { lane, .. }
            | Self::End { lane, .. } => *lane,
        }
    }

    /// The resource that it changes.
    pub fn resource(&self) -> Option<u32> {
        match self {
            Self::Acquired { resource, .. }
            | Self::Released { resource, .. } => Some(*resource),
            Self::Sent { resource, .. } => *resource,
            _ => None,
        }
    }
}

impl ResourceState {
    /// Somebody has handed a part of it to the lane.
    pub fn is_promised_to(&self, lane: u32) -> bool {
        self.handed.contains_key(&lane)
    }
}

impl<'a> Walk<'a> {
    /// Before the first event. The run must have passed [`crate::check`].
    pub fn new(run: &'a Run) -> Self {
        let capacity = |one: &crate::Resource| ResourceState {
            free: one.capacity.unwrap_or(0),
            ..ResourceState::default()
        };
        Self {
            run,
            next: 0,
            lanes: vec![LaneState::default(); run.lanes.len()],
            resources: run.resources.iter().map(capacity).collect(),
            passed_on: holders::passed_on(run),
        }
    }

    /// After the first `events` events.
    pub fn until(run: &'a Run, events: usize) -> Self {
        let mut walk = Self::new(run);
        while walk.next < events && walk.advance().is_some() {}
        walk
    }

    /// Takes in the next event, and gives its place.
    pub fn advance(&mut self) -> Option<(usize, &'a Event)> {
        let at = self.next;
        let event = self.run.events.get(at)?;
        self.next += 1;
        self.change_lane(at, &event.kind);
        self.change_resource(at, &event.kind);
        Some((at, event))
    }

    fn set(&mut self, lane: u32, at: usize, phase: Option<Phase>) {
        let lane = &mut self.lanes[lane as usize];
        (lane.phase, lane.since) = (phase, Some(at));
    }

    fn change_lane(&mut self, at: usize, kind: &EventKind) {
        let id = kind.lane();
        let lane = &mut self.lanes[id as usize];
        match kind {
            EventKind::Created { by, .. } => {
                lane.born = Some(at);
                self.set(id, at, Some(Phase::Created));
                self.lanes[*by as usize].has_made = true;
                self.pass_on(*by, id);
            }
            EventKind::Spawned { by, .. } => {
                lane.born = Some(at);
                self.set(id, at, Some(Phase::Ready));
                self.pass_on(*by, id);
            }
            EventKind::Wake { .. } => {
                lane.woken = Some(at);
                self.set(id, at, Some(Phase::Ready));
            }
            EventKind::Poll { .. } => {
                // A branch that has borrowed it borrows it again.
                lane.ended = None;
                lane.had_cause = lane.woken.take().is_some();
                lane.last_poll = Some(at);
                (lane.running, lane.stopped) = (true, false);
                lane.has_made = false;
                lane.deadline = None;
                lane.waits.clear();
                lane.taken.clear();
                self.set(id, at, None);
            }
            EventKind::Wait {
                on,
                of,
                resource,
                site,
                until,
                ..
            } => {
                // A deadline only adds to what is waited for.
                let adds = *on == WaitFor::Deadline;
                if let (true, Some(until)) = (adds, *until) {
                    let nearest = lane.deadline.unwrap_or(until).min(until);
                    lane.deadline = Some(nearest);
                }
                lane.waits.push(at);
                // The first of several names the place.
                if !lane.stopped {
                    lane.stop = Some(at);
                }
                lane.stopped |= !adds;
                let waited = matches!(lane.phase, Some(Phase::Waiting { .. }));
                let phase = match (on, &of[..]) {
                    (WaitFor::Timer, [one]) if *one == id => Phase::Inside,
                    (on, of) => Phase::Waiting {
                        on: visited(*on, of),
                        resource: *resource,
                        site: *site,
                        at,
                    },
                };
                // The first of several waits names the phase.
                if !waited || phase == Phase::Inside {
                    self.set(id, at, Some(phase));
                }
            }
            EventKind::Pending { .. } => lane.running = false,
            EventKind::End { .. } => {
                lane.running = false;
                lane.stop = None;
                lane.ended = Some(at);
                self.set(id, at, None);
            }
            EventKind::Called { what, .. } if what == "forget()" => {
                self.forget(id);
            }
            EventKind::Enter { .. } if is_visit(self.run, id) => {
                lane.born = Some(at);
                self.set(id, at, Some(Phase::Inside));
            }
            EventKind::Leave { .. } if is_visit(self.run, id) => {
                self.set(id, at, None);
            }
            _ => {}
        }
    }

    fn change_resource(&mut self, at: usize, kind: &EventKind) {
        let Some(id) = kind.resource() else { return };
        let holdable = is_holdable(self.run, id);
        let channel =
            self.run.resources[id as usize].kind == ResourceKind::Channel;
        let state = &mut self.resources[id as usize];
        match kind {
            EventKind::Acquired { lane, n, .. } => {
                let handed = state.handed.get_mut(lane);
                let promised = handed.map_or((0, None), |(left, by)| {
                    let used = (*n).min(*left);
                    *left -= used;
                    (used, Some(*by).filter(|_| used > 0))
                });
                state.handed.retain(|_, handed| handed.0 > 0);
                state.free = state.free.saturating_sub(n - promised.0);
                state.held = state.held.saturating_add(*n);
                let taken = Taken {
                    resource: id,
                    from: promised.1,
                };
                self.lanes[*lane as usize].taken.push(taken);
                if holdable {
                    self.take(at, *lane, id, *n);
                }
            }
            EventKind::Released {
                lane, n, to, added, ..
            } => {
                if to.is_some() || !added {
                    state.held = state.held.saturating_sub(*n);
                }
                // Each value that leaves a channel frees a slot, whoever tells
                // of the value; the slot may go to the next who waits.
                if channel && !state.values.is_empty() {
                    state.values.remove(0);
                }
                match to {
                    Some(to) => {
                        let handed = state.handed.entry(*to).or_default();
                        handed.0 = handed.0.saturating_add(*n);
                        handed.1 = *lane;
                    }
                    None => state.free = state.free.saturating_add(*n),
                }
                // What is added nobody has held.
                if holdable && !added {
                    self.give_back(*lane, id, *n);
                }
            }
            EventKind::Sent { value, .. } => state.values.push(value.clone()),
            _ => {}
        }
    }

    /// The kind of the event at a place.
    pub fn kind(&self, at: usize) -> &'a EventKind {
        &self.run.events[at].kind
    }

    /// The site at which something was taken: it is that of the wait before,
    /// where there was one.
    pub fn taken_at(&self, at: usize) -> Option<u32> {
        let EventKind::Acquired {
            lane,
            resource,
            site,
            ..
        } = self.kind(at)
        else {
            return None;
        };
        if site.is_some() {
            return *site;
        }
        let before = self.run.events[..at].iter().rev();
        let own = before.map(|event| &event.kind);
        let mut own = own.filter(|kind| kind.lane() == *lane);
        own.find_map(|kind| match kind {
            EventKind::Wait {
                resource: of, site, ..
            } => Some(site.filter(|_| *of == Some(*resource))),
            EventKind::Acquired { .. } => Some(None),
            _ => None,
        })
        .flatten()
    }

    /// Who woke a lane since its last poll began.
    pub fn woken_by(&self, lane: u32) -> Option<By> {
        let at = self.lanes[lane as usize].woken?;
        match self.kind(at) {
            EventKind::Wake { by, .. } => Some(*by),
            _ => None,
        }
    }
}

impl LaneKind {
    /// It has no turn of its own: whoever made it polls it.
    pub fn is_polled_by_its_parent(self) -> bool {
        matches!(self, Self::Branch | Self::Future)
    }
}

/// Who waits for a visit that is a lane of its own, waits for that.
pub fn visited(on: WaitFor, of: &[u32]) -> WaitFor {
    match (on, of) {
        (WaitFor::Timer, [_]) => WaitFor::Future,
        (on, _) => on,
    }
}

pub(crate) fn is_visit(run: &Run, lane: u32) -> bool {
    let lane = run.lanes.get(lane as usize);
    lane.is_some_and(|lane| lane.kind == LaneKind::Visit)
}

/// A channel's slot is not held by its sender: the value holds it.
pub(crate) fn is_holdable(run: &Run, resource: u32) -> bool {
    let resource = run.resources.get(resource as usize);
    resource.is_some_and(|resource| {
        matches!(
            resource.kind,
            ResourceKind::Semaphore
                | ResourceKind::Mutex
                | ResourceKind::RwLock
        )
    })
}
