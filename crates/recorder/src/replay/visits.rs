//! Who is inside a simulated service, and when the checked function is over.

use timeline::{End, EventKind, Lane, LaneKind, Made};

use super::Replay;
use crate::frames::Stack;
use crate::lanes::Owner;
use crate::raw::VisitId;

impl Replay<'_> {
    pub(super) fn enters(&mut self, visit: VisitId, name: &str, stack: &Stack) {
        let owner = self.owners.visits.get(&visit).copied();
        let owner = owner.unwrap_or(Owner::Visit(visit));
        let site = self.line(stack).map(|line| self.site(line));
        let parent = self.current().or(Some(0)).filter(|_| {
            // Nobody is there yet.
            !self.lanes.is_empty()
        });
        let known = self.by_owner.get(&owner).copied();
        let lane = known.unwrap_or_else(|| {
            let lane = Lane {
                name: name.to_owned(),
                kind: LaneKind::Visit,
                parent,
                site,
                made: Made::Call,
            };
            self.new_lane(owner, lane)
        });
        self.inside.insert(visit, name.to_owned());
        let what = name.to_owned();
        self.event(EventKind::Enter { lane, what, site });
    }

    pub(super) fn leaves(&mut self, visit: VisitId, dropped: bool) {
        let owner = self.owners.visits.get(&visit).copied();
        let lane = owner.and_then(|owner| self.by_owner.get(&owner).copied());
        let (Some(lane), Some(what)) = (lane, self.inside.remove(&visit))
        else {
            return;
        };
        if self.lanes[lane as usize].kind == LaneKind::Visit {
            self.lives[lane as usize].ended = true;
        }
        self.event(EventKind::Leave {
            lane,
            what,
            dropped,
        });
    }

    /// The visit of a lane that is inside, if that is a lane of its own: what
    /// waits in the service, waits for it.
    pub(super) fn visit_of(&self, lane: u32) -> Option<u32> {
        let open = self.inside.keys().rev().filter_map(|visit| {
            let owner = self.owners.visits.get(visit)?;
            self.by_owner.get(owner).copied()
        });
        let mut own = open.filter(|id| {
            let one = &self.lanes[*id as usize];
            one.kind == LaneKind::Visit && one.parent == Some(lane)
        });
        own.next()
    }

    /// The checked function has returned; at the last time, its lane ends.
    pub(super) fn returned(&mut self) {
        self.returns += 1;
        if self.returns != self.owners.returns {
            return;
        }
        // The check has caught the panic, and tells it as its verdict.
        match self.on.panic.take().filter(|_| self.panics) {
            Some(panic) => self.end(0, End::Panic, Some(panic)),
            None => self.end(0, End::Done, None),
        }
    }
}
