//! Who holds a permit or a lock. The one who takes it may hand the guard to a
//! task: that one gives it back.

use std::collections::BTreeMap;

use super::{Hold, Walk, is_holdable};
use crate::{EventKind, ResourceKind, Run};

/// Something that was taken and not given back by the same lane.
struct Open {
    at: usize,
    lane: u32,
    resource: u32,
    n: u32,
}

/// For each taking that another lane gives back: that lane.
pub fn passed_on(run: &Run) -> BTreeMap<usize, u32> {
    let mut born: BTreeMap<u32, (usize, u32)> = BTreeMap::new();
    let mut open: Vec<Open> = Vec::new();
    let mut found = BTreeMap::new();
    for (at, event) in run.events.iter().enumerate() {
        match &event.kind {
            EventKind::Created { lane, by }
            | EventKind::Spawned { lane, by } => {
                born.insert(*lane, (at, *by));
            }
            EventKind::Acquired {
                lane, resource, n, ..
            } if is_holdable(run, *resource) => {
                open.push(Open {
                    at,
                    lane: *lane,
                    resource: *resource,
                    n: *n,
                });
            }
            EventKind::Released {
                lane,
                resource,
                n,
                added: false,
                ..
            } => {
                let mut left = *n;
                while left > 0 {
                    let origin = born.get(lane).copied();
                    let best = best(&open, *lane, *resource, origin);
                    let Some(i) = best else { break };
                    let one = &mut open[i];
                    if one.lane != *lane {
                        found.insert(one.at, *lane);
                    }
                    let used = left.min(one.n);
                    one.n -= used;
                    left -= used;
                    if one.n == 0 {
                        open.remove(i);
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// What a lane gives back: its own; else what its maker took last before it
/// was made; else the oldest of any.
fn best(
    open: &[Open],
    lane: u32,
    resource: u32,
    born: Option<(usize, u32)>,
) -> Option<usize> {
    let of = |one: &Open| one.resource == resource;
    let own = open.iter().position(|one| of(one) && one.lane == lane);
    own.or_else(|| {
        let (at, by) = born?;
        open.iter()
            .rposition(|one| of(one) && one.lane == by && one.at < at)
    })
    .or_else(|| open.iter().position(of))
}

impl Walk<'_> {
    pub(super) fn take(&mut self, at: usize, lane: u32, resource: u32, n: u32) {
        let hold = Hold {
            resource,
            n,
            since: at,
        };
        let holder = self.passed_on.get(&at).copied();
        // Who is not there yet gets it when it is made.
        let there = |lane: &u32| self.lanes[*lane as usize].born.is_some();
        let holder = holder.filter(there).unwrap_or(lane);
        self.lanes[holder as usize].holds.push(hold);
    }

    /// `by` has made `lane`, and has given it what it holds from now on.
    pub(super) fn pass_on(&mut self, by: u32, lane: u32) {
        let passed_on = &self.passed_on;
        let maker = &mut self.lanes[by as usize].holds;
        let goes =
            |hold: &Hold| passed_on.get(&hold.since).copied() == Some(lane);
        let given: Vec<Hold> =
            maker.iter().copied().filter(|hold| goes(hold)).collect();
        maker.retain(|hold| !goes(hold));
        self.lanes[lane as usize].holds.extend(given);
    }

    pub(super) fn give_back(&mut self, lane: u32, resource: u32, n: u32) {
        let mut left = n;
        let others = (0..self.lanes.len()).filter(|id| *id != lane as usize);
        let order: Vec<usize> =
            std::iter::once(lane as usize).chain(others).collect();
        for id in order {
            for hold in &mut self.lanes[id].holds {
                if hold.resource == resource {
                    let used = left.min(hold.n);
                    hold.n -= used;
                    left -= used;
                }
            }
            self.lanes[id].holds.retain(|hold| hold.n > 0);
            if left == 0 {
                break;
            }
        }
    }

    /// A lane forgets the permits that it took last: nobody has them, and
    /// nobody gives them back.
    pub(super) fn forget(&mut self, lane: u32) {
        let holds = &mut self.lanes[lane as usize].holds;
        let permits = |hold: &Hold| {
            let resource = self.run.resources.get(hold.resource as usize);
            resource.is_some_and(|one| one.kind == ResourceKind::Semaphore)
        };
        if let Some(at) = holds.iter().rposition(permits) {
            holds.remove(at);
        }
    }

    /// Who holds a part of a resource, the longest first.
    pub fn holders(&self, resource: u32) -> Vec<(u32, Hold)> {
        let mut found: Vec<(u32, Hold)> = Vec::new();
        for (id, lane) in (0..).zip(&self.lanes) {
            let holds = lane.holds.iter().copied();
            let holds = holds.filter(|hold| hold.resource == resource);
            found.extend(holds.map(|hold| (id, hold)));
        }
        found.sort_by_key(|(_, hold)| hold.since);
        found
    }
}
