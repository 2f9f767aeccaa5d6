//! Futures that outlive a wait: branches borrow them again and again, one lane
//! for each variable, and they wake their task while it waits for others.

use timeline::{End, Event, EventKind};

use super::Replay;
use super::threads::Chain;
use crate::raw::{FutureId, Made, Probe, What};

impl Replay<'_> {
    /// A wake of a task that its child has passed on.
    pub(super) fn keep_echo(&mut self, task: u32, chain: Option<Chain>) {
        let child = chain.map(|chain| chain.lane);
        let told = self.events.len().checked_sub(1);
        let wakes = |at: usize| match self.events[at].kind {
            EventKind::Wake { lane, .. } => Some(lane) == child,
            _ => false,
        };
        if let (Some(at), Some(child)) = (told.filter(|at| wakes(*at)), child) {
            self.lives[task as usize].echo = Some((at, child));
        }
    }

    /// A task is polled that has gone on since, and waits for something else:
    /// what its child passed on is the cause of that poll.
    pub(super) fn tell_echo(&mut self, task: u32) {
        let life = &mut self.lives[task as usize];
        let Some((at, child)) = life.echo.take() else {
            return;
        };
        if life.woken || self.waits_for(task, child) {
            return;
        }
        let mut event: Event = self.events[at].clone();
        if let EventKind::Wake { lane, resource, .. } = &mut event.kind {
            (*lane, *resource) = (task, None);
        }
        self.events.insert(at + 1, event);
        for life in &mut self.lives {
            if let Some((other, _)) = &mut life.echo {
                *other += usize::from(*other > at);
            }
        }
    }

    /// The lane of a variable that a branch has borrowed before and has let go.
    /// What was done is polled again only by mistake: that panics.
    pub(super) fn lent_before(
        &self,
        future: FutureId,
        probe: &Probe,
        parent: u32,
    ) -> Option<u32> {
        let Made::Branch { lent: true, .. } = probe.made else {
            return None;
        };
        let ends = self.rest.iter().find_map(|raw| match &raw.what {
            What::FuturePending { future: id }
            | What::FutureReady { future: id, .. }
            | What::FutureDropped { future: id }
                if *id == future =>
            {
                Some(false)
            }
            What::Panicked { .. } => Some(true),
            _ => None,
        });
        let panics = ends == Some(true);
        let lanes = (0..).zip(self.lanes.iter().zip(&self.lives));
        let same = lanes.filter(|(_, (lane, life))| {
            life.lent
                && life.ended
                && lane.name == probe.name
                && lane.parent == Some(parent)
        });
        let (id, _) = same.last()?;
        let how = self.events.iter().rev().find_map(|event| match event.kind {
            EventKind::End { lane, how, .. } if lane == id => Some(how),
            _ => None,
        });
        (how == Some(End::LetGo) || panics).then_some(id)
    }
}
