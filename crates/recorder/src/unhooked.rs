//! The polls of tasks that no hook tells of: blocking closures, and the tasks
//! of a runtime that the program has built itself. Their spans tell: a span is
//! entered for each poll, and once more to drop what was polled.

use std::collections::{BTreeMap, BTreeSet};

use crate::raw::{Raw, SpanId, Spawn, TaskId, What};

#[derive(Default)]
pub(crate) struct Unhooked {
    /// The observations with which polls begin and end.
    polls: BTreeMap<usize, TaskId>,
    ends: BTreeMap<usize, TaskId>,
    /// Blocking closures: their only poll is all that they do.
    pub blocking: BTreeSet<TaskId>,
    pub all: BTreeSet<TaskId>,
    /// Tasks whose last poll was at once followed by their drop: they are done.
    pub done: BTreeSet<TaskId>,
}

impl Unhooked {
    pub fn find(raw: &[Raw]) -> Self {
        let mut found = Self::default();
        let exits = |one: &Raw| matches!(one.what, What::TaskSpanExit { .. });
        // On the paused clock there is but one runtime.
        if !raw.iter().any(exits) {
            return found;
        }
        let mut spans: BTreeMap<SpanId, TaskId> = BTreeMap::new();
        let mut hooked = BTreeSet::new();
        let mut entered: BTreeMap<SpanId, Vec<usize>> = BTreeMap::new();
        let mut left: BTreeMap<SpanId, Vec<usize>> = BTreeMap::new();
        let mut closed = BTreeSet::new();
        for (at, one) in raw.iter().enumerate() {
            match one.what {
                What::TaskSpan { span, task, kind } => {
                    spans.insert(span, task);
                    if kind == Spawn::Blocking {
                        found.blocking.insert(task);
                    }
                }
                What::Spawned { task } => drop(hooked.insert(task)),
                // Of a long run, one of both may be left out.
                What::TaskSpanEnter { span } => {
                    let entered = entered.entry(span).or_default();
                    left.entry(span)
                        .or_default()
                        .resize(entered.len(), usize::MAX);
                    entered.push(at);
                }
                What::TaskSpanExit { span } => {
                    let left = left.entry(span).or_default();
                    if entered.get(&span).is_some_and(|e| e.len() > left.len())
                    {
                        left.push(at);
                    }
                }
                What::SpanClosed { span } => drop(closed.insert(span)),
                _ => {}
            }
        }
        for (span, task) in spans {
            if hooked.contains(&task) {
                continue;
            }
            found.all.insert(task);
            let mut enters = entered.remove(&span).unwrap_or_default();
            let exits = left.remove(&span).unwrap_or_default();
            if closed.contains(&span)
                && let (Some(last), Some(before)) =
                    (enters.pop(), exits.iter().rev().nth(1).copied())
                && let thread = raw[last].thread
                && raw[last.min(before.saturating_add(1))..last]
                    .iter()
                    .all(|o| o.thread != thread)
            {
                found.done.insert(task);
            }
            let polls = enters.len();
            found.polls.extend(enters.into_iter().map(|at| (at, task)));
            let ends = exits.into_iter().take(polls);
            found.ends.extend(ends.map(|at| (at, task)));
        }
        found
    }

    /// The task whose poll begins with this observation.
    pub fn poll(&self, at: usize) -> Option<TaskId> {
        self.polls.get(&at).copied()
    }

    /// The task whose poll ends with it.
    pub fn poll_end(&self, at: usize) -> Option<TaskId> {
        self.ends.get(&at).copied()
    }
}
