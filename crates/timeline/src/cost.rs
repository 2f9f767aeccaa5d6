//! What a run costs: the numbers in which right answers differ.

use serde::{Deserialize, Serialize};

use crate::{EventKind, LaneKind, Run};

/// The cost of a run, or of several together.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize,
)]
pub struct Cost {
    /// Tasks spawned.
    pub tasks: u32,
    /// Polls of tasks. What a task polls inside is not counted: only some of
    /// that is recorded.
    pub polls: u32,
    /// How often something was woken.
    pub wakes: u32,
    /// When it ended, in microseconds.
    pub end_us: u64,
}

pub fn of(run: &Run) -> Cost {
    let task = |lane: u32| {
        let lane = run.lanes.get(lane as usize);
        lane.is_some_and(|lane| {
            matches!(lane.kind, LaneKind::Task | LaneKind::Blocking)
        })
    };
    let mut cost = Cost {
        end_us: run.end,
        ..Cost::default()
    };
    for event in &run.events {
        match event.kind {
            EventKind::Spawned { .. } => cost.tasks += 1,
            EventKind::Poll { lane } if task(lane) => cost.polls += 1,
            EventKind::Wake { .. } => cost.wakes += 1,
            _ => {}
        }
    }
    cost
}

impl std::ops::Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            tasks: self.tasks.saturating_add(other.tasks),
            polls: self.polls.saturating_add(other.polls),
            wakes: self.wakes.saturating_add(other.wakes),
            end_us: self.end_us.saturating_add(other.end_us),
        }
    }
}

impl std::iter::Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::default(), |all, one| all + one)
    }
}
