//! Finds out what is a lane of its own, and what is the same lane twice.
//!
//! `tokio::spawn(download(3))` makes a future and a task: one lane. A branch
//! `download(3)` of `join!` is wrapped as a branch and as a call: one lane.

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use crate::raw::Owner;
use crate::raw::{FutureId, Made, Probe, Raw, Spawn, TaskId, VisitId, What};
use crate::unhooked::Unhooked;

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
    /// The function that is checked.
    pub checked: Option<String>,
    /// How often it returns: the check may call it several times.
    pub returns: usize,
    /// Lanes whose work is one visit, or several of one name, and that name.
    pub titles: BTreeMap<Owner, String>,
    pub unhooked: Unhooked,
    /// The lane of each visit.
    pub visits: BTreeMap<VisitId, Owner>,
}

/// What a thread has in hand.
#[derive(Default)]
struct Hand {
    running: Vec<Owner>,
    /// The task whose span was entered last.
    entered: Option<TaskId>,
    /// What has begun its first poll and has done nothing since.
    fresh: Option<Owner>,
    /// What was made last, with nothing after it.
    made: Option<FutureId>,
}

/// A visit, while it is not yet known whose it is.
struct Stay {
    owner: Option<Owner>,
    visit: VisitId,
    name: String,
    from: usize,
    to: usize,
}

impl Lanes {
    pub fn find(raw: &[Raw]) -> Self {
        let mut lanes = Self {
            unhooked: Unhooked::find(raw),
            ..Self::default()
        };
        let mut hands: BTreeMap<u32, Hand> = BTreeMap::new();
        let mut polled = BTreeSet::new();
        let mut spans = BTreeMap::new();
        let mut stays: Vec<Stay> = Vec::new();
        // Tasks, and the futures that were made just before them.
        let mut spawned: Vec<(TaskId, FutureId)> = Vec::new();
        for (at, Raw { what, thread, .. }) in raw.iter().enumerate() {
            if let What::PollStart { task } = what {
                // It has come here before the end of its poll elsewhere was
                // noted.
                let task = Owner::Task(*task);
                let mut others = hands.values_mut();
                let other =
                    others.find(|hand| hand.running.first() == Some(&task));
                if let Some(hand) = other {
                    hand.running.clear();
                }
            }
            let Hand {
                running,
                entered,
                fresh,
                made,
            } = hands.entry(*thread).or_default();
            let before = made.take();
            match what {
                What::GapEnds => {
                    hands.clear();
                    continue;
                }
                What::Polled { owner } => drop(polled.insert(*owner)),
                What::FirstPoll {
                    future,
                    parent,
                    fresh,
                } => {
                    polled.insert(Owner::Future(*future));
                    lanes.first_poll(*future, *parent, *fresh);
                    continue;
                }
                What::Begins { name } => {
                    lanes.checked.get_or_insert_with(|| name.clone());
                    continue;
                }
                What::Returned => {
                    lanes.returns += 1;
                    continue;
                }
                What::Enter { visit, name } => stays.push(Stay {
                    owner: running.last().copied(),
                    visit: *visit,
                    name: name.clone(),
                    from: at,
                    to: usize::MAX,
                }),
                What::Leave { visit, .. } => {
                    let mut open = stays.iter_mut().rev();
                    let stay = open.find(|stay| stay.visit == *visit);
                    if let Some(stay) = stay {
                        stay.to = at;
                    }
                }
                What::Spawned { task } => {
                    lanes.main.get_or_insert(*task);
                    *made = before;
                }
                What::PollStart { task } => {
                    let owner = Owner::Task(*task);
                    running.push(owner);
                    let first = polled.insert(owner);
                    *fresh = Some(owner)
                        .filter(|_| first && lanes.main != Some(*task));
                    continue;
                }
                What::TaskSpanEnter { span } => {
                    *entered = spans.get(span).copied();
                    if let Some(task) = lanes.unhooked.poll(at) {
                        let owner = Owner::Task(task);
                        running.push(owner);
                        *fresh = Some(owner).filter(|_| polled.insert(owner));
                    }
                    continue;
                }
                What::TaskSpanExit { .. } => {
                    if let Some(task) = lanes.unhooked.poll_end(at) {
                        let owner = Owner::Task(task);
                        let from = running.iter().rposition(|o| *o == owner);
                        running.truncate(from.unwrap_or(running.len()));
                    }
                    continue;
                }
                What::TaskSpan { span, task, kind } => {
                    spans.insert(*span, *task);
                    let own = before.filter(|_| *kind == Spawn::Task);
                    spawned.extend(own.map(|future| (*task, future)));
                }
                What::MainDone { .. } => running.clear(),
                What::At { .. } | What::AtDone | What::SpanClosed { .. } => {
                    continue;
                }
                What::FuturePoll { future } => {
                    let owner = Owner::Future(*future);
                    if polled.insert(owner) {
                        let parent = running.last().copied();
                        lanes.first_poll(*future, parent, *fresh);
                        // Somebody else's function may give a future of the
                        // program, which then is the whole of the task.
                        let spawned = lanes.probes.get(future);
                        let spawned = spawned
                            .is_some_and(|probe| probe.made == Made::Spawned);
                        if !spawned {
                            *fresh = Some(owner)
                                .filter(|_| lanes.branches.contains(future));
                        }
                    } else if let Some(Owner::Future(branch)) = *fresh {
                        // A branch that borrows a future is that future.
                        lanes.same.insert(branch, owner);
                        lanes.branches.insert(*future);
                        *fresh = None;
                    } else {
                        *fresh = None;
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
                    *made = Some(*future);
                    let wraps = probe.again && !probe.is_branch();
                    if let Some(inner) = before.filter(|_| wraps) {
                        lanes.same.insert(inner, Owner::Future(*future));
                    }
                    lanes.probes.insert(*future, probe.clone());
                    if probe.is_branch() {
                        lanes.branches.insert(*future);
                    }
                    // Made at no line: it is `main` itself.
                    if let (0, Some(main)) = (probe.line, lanes.main) {
                        lanes.same.insert(*future, Owner::Task(main));
                        lanes.roots.insert(main, *future);
                    }
                }
                // Aborted before its first poll, it is taken up only to be
                // dropped; what never ran, the runtime drops in the end.
                What::FutureDropped { future }
                    if !polled.contains(&Owner::Future(*future)) =>
                {
                    let left = entered.filter(|task| {
                        running.is_empty()
                            && !polled.contains(&Owner::Task(*task))
                            && !lanes.roots.contains_key(task)
                    });
                    let task = match *fresh {
                        Some(Owner::Task(task)) => Some(task),
                        _ => left,
                    };
                    if let Some(task) = task {
                        lanes.same.insert(*future, Owner::Task(task));
                        lanes.roots.insert(task, *future);
                    }
                }
                _ => {}
            }
            *fresh = None;
        }
        lanes.join_unpolled_tasks(&spawned, &polled);
        lanes.forget_unpolled_branches(&polled);
        lanes.place(stays);
        lanes
    }

    /// A task that never ran is the future that was made just before it.
    fn join_unpolled_tasks(
        &mut self,
        spawned: &[(TaskId, FutureId)],
        polled: &BTreeSet<Owner>,
    ) {
        for &(task, future) in spawned {
            let owner = Owner::Task(task);
            let ran = polled.contains(&owner)
                || polled.contains(&Owner::Future(future));
            let known = self.roots.contains_key(&task)
                || self.same.contains_key(&future)
                || self.branches.contains(&future);
            if !ran && !known {
                self.same.insert(future, owner);
                self.roots.insert(task, future);
            }
        }
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
            Some(Owner::Visit(_) | Owner::Thread(_)) | None => {
                self.parents.insert(future, parent);
            }
        }
    }

    /// A lane that does nothing but one visit is that visit, and bears its
    /// name; other visits are lanes of their own.
    fn place(&mut self, stays: Vec<Stay>) {
        let mut of: BTreeMap<Owner, Vec<Stay>> = BTreeMap::new();
        for stay in stays {
            let owner = stay.owner.map(|owner| self.owner(owner));
            let owner = owner.unwrap_or(Owner::Visit(stay.visit));
            of.entry(owner).or_default().push(stay);
        }
        let main = self.main.map(Owner::Task);
        for (owner, stays) in of {
            let lent = match owner {
                Owner::Future(future) => {
                    self.branch_of(future).is_some_and(|(.., lent)| lent)
                }
                _ => false,
            };
            let apart = stays.windows(2).all(|pair| {
                pair[0].name == pair[1].name && pair[0].to < pair[1].from
            });
            let one = apart
                && !lent
                && Some(owner) != main
                && !matches!(owner, Owner::Visit(_));
            for stay in stays {
                let lane = match one {
                    true => owner,
                    false => Owner::Visit(stay.visit),
                };
                self.visits.insert(stay.visit, lane);
                if one {
                    self.titles.insert(owner, stay.name);
                }
            }
        }
    }

    /// A branch that nobody polled is drawn as the future that it is.
    fn forget_unpolled_branches(&mut self, polled: &BTreeSet<Owner>) {
        let futures: Vec<_> = self.branches.iter().copied().collect();
        for future in futures {
            let wrapper =
                self.probes.get(&future).is_some_and(Probe::is_branch);
            if wrapper && !polled.contains(&Owner::Future(future)) {
                self.probes.remove(&future);
            }
        }
    }

    /// The branch that a future stands in: the line of its macro, its own
    /// line, and whether the branch only borrows it.
    pub fn branch_of(&self, future: FutureId) -> Option<(u32, u32, bool)> {
        let own = |future: FutureId| {
            let probe = self.probes.get(&future)?;
            match probe.made {
                Made::Branch { of, lent } => Some((of, probe.line, lent)),
                _ => None,
            }
        };
        own(future).or_else(|| {
            let owner = Owner::Future(future);
            let mut around = self.same.iter().filter(|same| *same.1 == owner);
            around.find_map(|(branch, _)| own(*branch))
        })
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
