//! Which orders are tried, and in which sequence.

use std::collections::VecDeque;

/// After so many steps the turn goes to that thread.
pub type Change = (usize, usize);
pub type Plan = Vec<Change>;

/// Orders with more changes show little that these do not.
const MOST_CHANGES: usize = 2;
/// All of the first level and most of the second, in some tenths of a second.
const MOST_PLANS: usize = 800;

/// First the order without a change, then all with one, then those with two.
pub struct Plans {
    waiting: VecDeque<Plan>,
    given: usize,
}

impl Plans {
    pub fn new() -> Self {
        Self {
            waiting: VecDeque::from([Plan::new()]),
            given: 0,
        }
    }

    pub fn next(&mut self) -> Option<Plan> {
        self.given += 1;
        self.waiting
            .pop_front()
            .filter(|_| self.given <= MOST_PLANS)
    }

    /// In `plan` these threads did the steps: each step after the last change
    /// is a place for another change, to any other thread.
    pub fn learn(&mut self, plan: &Plan, steps: &[usize], threads: usize) {
        if plan.len() == MOST_CHANGES {
            return;
        }
        let from = plan.last().map_or(0, |(step, _)| step + 1);
        for (step, &had) in steps.iter().enumerate().skip(from) {
            for thread in (0..threads).filter(|thread| *thread != had) {
                let mut longer = plan.clone();
                longer.push((step, thread));
                self.waiting.push_back(longer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_changes_come_first_and_none_comes_twice() {
        let mut plans = Plans::new();
        let mut seen = Vec::new();
        while let Some(plan) = plans.next() {
            plans.learn(&plan, &[0, 0, 1, 1], 2);
            seen.push(plan);
        }
        assert!(seen.is_sorted_by_key(Vec::len));
        // 1, then 4 places, then 3 + 2 + 1 pairs.
        assert_eq!(seen.len(), 1 + 4 + 6);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 11);
    }
}
