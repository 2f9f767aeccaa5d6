//! Keeps watch over a program that is bounded.

use std::sync::PoisonError;
use std::time::{Duration, Instant};

use crate::log::{Shared, Stopped};

impl Shared {
    /// Waits until the program has stopped, at most for so long as `at_most`,
    /// and no longer than it does something within `idle`.
    pub fn wait(&self, idle: Duration, at_most: Duration) -> Stopped {
        let begun = Instant::now();
        loop {
            let left = at_most.saturating_sub(begun.elapsed());
            let (stopped, new) = self.wait_for(idle.min(left));
            match stopped {
                Some(why) => return why,
                None if !new => return Stopped::Hung,
                // It has no end.
                None if left <= idle => return Stopped::Flood,
                None => {}
            }
        }
    }

    /// The same on the real clock, where a program may do nothing for a while.
    pub fn wait_real(&self, idle: Duration, at_most: Duration) -> Stopped {
        let begun = Instant::now();
        loop {
            let left = at_most.saturating_sub(begun.elapsed());
            let (stopped, new) = self.wait_for(idle.min(left));
            if let Some(why) = stopped {
                return why;
            }
            let log = self.lock();
            let holds = log.activity.is_held(idle);
            if holds && (!new || left <= idle) {
                return Stopped::Hung;
            }
            let open = log.activity.may_go_on();
            if left > idle && (new || open) {
                continue;
            }
            return match (new, open) {
                // It has no end.
                (true, _) => Stopped::Flood,
                (false, true) => Stopped::Waits,
                (false, false) => Stopped::Stuck,
            };
        }
    }

    /// Waits for the bell; whether there were observations meanwhile.
    fn wait_for(&self, time: Duration) -> (Option<Stopped>, bool) {
        let log = self.lock();
        let seen = log.observed();
        let waited = self
            .bell
            .wait_timeout_while(log, time, |log| log.stopped().is_none());
        let (log, _) = waited.unwrap_or_else(PoisonError::into_inner);
        (log.stopped(), log.observed() != seen)
    }
}
