//! Finds out what is a lane of its own, and what is the same lane twice.
//!
//! `tokio::spawn(download(3))` makes a future and a task: one lane. A branch
//! `download(3)` of `join!` is wrapped as a branch and as a call: one lane.

use std::collections::{BTreeMap, BTreeSet};

use crate::raw::{FutureId, Probe, Raw, TaskId, What};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Owner {
    Task(TaskId),
    Future(FutureId),
}

#[derive(Default)]
pub(crate) struct Lanes {
    /// Futures that are the whole of a task or of a branch, and that task or
    /// branch; or the branch, and the future that it is.
    same: BTreeMap<FutureId, Owner>,
    /// Who polled a future for the first time.
    pub parents: BTreeMap<FutureId, Owner>,
    pub probes: BTreeMap<FutureId, Probe>,
    /// The future that a task was spawned with.
    pub roots: BTreeMap<TaskId, FutureId>,
    /// Futures that stand in a branch of `join!` or `select!`.
    pub branches: BTreeSet<FutureId>,
    pub main: Option<TaskId>,
}

impl Lanes {
    pub fn find(raw: &[Raw]) -> Self {
        let mut lanes = Self::default();
        let mut running: Vec<Owner> = Vec::new();
        let mut polled = BTreeSet::new();
        // What has begun its first poll and has done nothing since.
        let mut fresh: Option<Owner> = None;
        for Raw { what, .. } in raw {
            match what {
                What::Spawned { task } => {
                    lanes.main.get_or_insert(*task);
                }
                What::PollStart { task } => {
                    let owner = Owner::Task(*task);
                    running.push(owner);
                    let first = polled.insert(owner);
                    fresh = Some(owner)
                        .filter(|_| first && lanes.main != Some(*task));
                    continue;
                }
                What::TaskSpanEnter => continue,
                What::FuturePoll { future } => {
                    let owner = Owner::Future(*future);
                    if polled.insert(owner) {
                        let parent = running.last().copied();
                        lanes.first_poll(*future, parent, fresh);
                        fresh = Some(owner)
                            .filter(|_| lanes.branches.contains(future));
                    } else {
                        fresh = None;
                    }
                    running.push(owner);
                    continue;
                }
                What::PollEnd
                | What::FuturePending { .. }
                | What::FutureReady { .. } => {
                    running.pop();
                }
                What::Created { future, probe } => {
                    lanes.probes.insert(*future, probe.clone());
                    if probe.branch {
                        lanes.branches.insert(*future);
                    }
                }
                // Aborted before its first poll: taken up only to be dropped.
                What::FutureDropped { future }
                    if !polled.contains(&Owner::Future(*future)) =>
                {
                    if let Some(Owner::Task(task)) = fresh {
                        lanes.same.insert(*future, Owner::Task(task));
                        lanes.roots.insert(task, *future);
                    }
                }
                _ => {}
            }
            fresh = None;
        }
        lanes.forget_unpolled_branches(&polled);
        lanes
    }

    fn first_poll(
        &mut self,
        future: FutureId,
        parent: Option<Owner>,
        fresh: Option<Owner>,
    ) {
        let Some(parent) = parent else { return };
        match fresh {
            Some(Owner::Task(task)) => {
                self.same.insert(future, Owner::Task(task));
                self.roots.insert(task, future);
            }
            Some(Owner::Future(branch)) => {
                self.same.insert(branch, Owner::Future(future));
                self.branches.insert(future);
                let above = self.parents.get(&branch).copied();
                self.parents.insert(future, above.unwrap_or(parent));
            }
            None => {
                self.parents.insert(future, parent);
            }
        }
    }

    /// A branch that nobody polled is drawn as the future that it is.
    fn forget_unpolled_branches(&mut self, polled: &BTreeSet<Owner>) {
        let futures: Vec<_> = self.branches.iter().copied().collect();
        for future in futures {
            let wrapper =
                self.probes.get(&future).is_some_and(|probe| probe.branch);
            if wrapper && !polled.contains(&Owner::Future(future)) {
                self.probes.remove(&future);
            }
        }
    }

    /// The lane's owner, through all wrappers.
    pub fn owner(&self, mut owner: Owner) -> Owner {
        while let Owner::Future(future) = owner {
            match self.same.get(&future) {
                Some(next) => owner = *next,
                None => break,
            }
        }
        owner
    }
}
