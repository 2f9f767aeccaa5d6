//! The part of a long run that was not kept.

use timeline::Gap;

use super::{Replay, number};
use crate::lanes::Owner;
use crate::window::Left;

impl Replay<'_> {
    /// What follows did not happen right after this: nobody is in a poll.
    pub(super) fn gap_begins(&mut self) {
        let threads: Vec<u32> = self.others.keys().copied().collect();
        for thread in threads.into_iter().chain([0]) {
            self.switch_to(thread);
            if self.on.task.is_some() {
                self.poll_end();
            }
        }
    }

    pub(super) fn was_polled(&mut self, owner: Owner) {
        if let Some(lane) = self.lane(owner) {
            self.lives[lane as usize].polled = true;
        }
    }

    pub(super) fn gap(&self, left: &Left) -> Gap {
        let last = self.events.len().saturating_sub(1);
        Gap {
            before: number(self.after_gap.min(last)),
            from: left.from,
            to: left.to,
            lanes: left.lanes,
            polls: left.polls,
            lines: left.lines,
        }
    }
}
