//! How lanes come to be, and how they end.

use timeline::{End, EventKind, Lane, LaneKind, Made, WaitFor};

use super::{Life, Replay, Wait, number};
use crate::frames::Stack;
use crate::lanes::Owner;
use crate::raw::{self, FutureId, Spawn, TaskId};

impl Life {
    /// Who waits at another line now has left the one before. A set of tasks
    /// takes the waker before it looks whether one is ready; a tick that was
    /// polled beside a token may be dropped, its interval lives on.
    pub(super) fn gone_past(&mut self, wait: &Wait) {
        self.fresh.retain(|before| {
            // A timeout is polled after what it is put around, which may
            // stand at another line; and of timers and locks the end is told.
            let told = before.span.is_some() && before.on != WaitFor::Tick;
            told || before.site == wait.site
                || before.site.is_none()
                || wait.site.is_none()
                || before.on == WaitFor::Deadline
                || wait.on == WaitFor::Deadline
        });
    }
}

impl Replay<'_> {
    pub(super) fn lane(&self, owner: Owner) -> Option<u32> {
        self.by_owner.get(&self.owners.owner(owner)).copied()
    }

    pub(super) fn current(&self) -> Option<u32> {
        self.on.running.last().copied()
    }

    pub(super) fn new_lane(&mut self, owner: Owner, lane: Lane) -> u32 {
        let id = number(self.lanes.len());
        self.lanes.push(lane);
        self.lives.push(Life::default());
        self.by_owner.insert(owner, id);
        id
    }

    pub(super) fn place(&mut self, owner: Owner, line: Option<u32>) {
        let site = line.map(|line| self.site(line));
        if let Some(lane) = self.lane(owner) {
            let lane = &mut self.lanes[lane as usize];
            lane.site = lane.site.or(site);
        }
    }

    pub(super) fn spawned(
        &mut self,
        task: TaskId,
        spawn: Spawn,
        stack: &Stack,
    ) {
        let owner = Owner::Task(task);
        if self.by_owner.contains_key(&owner) {
            return;
        }
        let main = self.owners.main == Some(task);
        let root = self.owners.roots.get(&task);
        let probe = root.and_then(|root| self.owners.probes.get(root));
        let title = self.owners.titles.get(&owner);
        let name = match probe {
            _ if main => self
                .owners
                .checked
                .clone()
                .unwrap_or_else(|| "main".to_owned()),
            _ if title.is_some() => title.cloned().unwrap_or_default(),
            Some(probe) => probe.name.clone(),
            None => match spawn {
                Spawn::Blocking => stack.blocking_name().to_owned(),
                Spawn::BlockOn => "block_on".to_owned(),
                Spawn::Task => "task".to_owned(),
            },
        };
        let kind = match spawn {
            Spawn::Blocking => LaneKind::Blocking,
            Spawn::Task | Spawn::BlockOn => LaneKind::Task,
        };
        let parent = self.current();
        let lane = Lane {
            name,
            kind,
            parent,
            site: None,
            made: Made::Call,
        };
        let lane = self.new_lane(owner, lane);
        if let Some(by) = parent {
            self.event(EventKind::Spawned { lane, by });
        }
    }

    pub(super) fn created(&mut self, future: FutureId) {
        let owner = Owner::Future(future);
        if self.owners.owner(owner) != owner {
            return;
        }
        let Some(probe) = self.owners.probes.get(&future).cloned() else {
            return;
        };
        let kind = if self.owners.branches.contains(&future) {
            LaneKind::Branch
        } else {
            LaneKind::Future
        };
        let by = self.current().unwrap_or(0);
        let parent = self
            .owners
            .parents
            .get(&future)
            .and_then(|parent| self.lane(*parent))
            .unwrap_or(by);
        let site = Some(self.site(probe.line));
        if let Some(lane) = self.lent_before(future, &probe, parent) {
            self.by_owner.insert(owner, lane);
            self.lives[lane as usize].ended = false;
            return;
        }
        let title = self.owners.titles.get(&owner).cloned();
        let lane = Lane {
            name: title.unwrap_or(probe.name),
            kind,
            parent: Some(parent),
            site,
            made: match probe.made {
                raw::Made::Call | raw::Made::Spawned => Made::Call,
                raw::Made::Block => Made::Block,
                raw::Made::Branch { .. } => Made::Branch,
            },
        };
        let lane = self.new_lane(owner, lane);
        if let Some((of, own, lent)) = self.owners.branch_of(future) {
            let life = &mut self.lives[lane as usize];
            life.branch = Some((of, own));
            // What it borrows may be a lane too: that one lives on anyway.
            life.lent = lent && matches!(probe.made, raw::Made::Branch { .. });
        }
        self.event(EventKind::Created { lane, by });
    }

    pub(super) fn end(&mut self, lane: u32, how: End, message: Option<String>) {
        let life = &mut self.lives[lane as usize];
        if !life.ended {
            life.ended = true;
            let site = None;
            let message = message.map(|message| without_ids(&message));
            self.claim_last_words(lane);
            self.event(EventKind::End {
                lane,
                how,
                message,
                site,
            });
            // What it has dropped since, it dropped because of the panic.
            if how == End::Panic
                && self.on.panicked_at < self.events.len()
                && let Some(end) = self.events.pop()
            {
                let at = self.on.panicked_at;
                let together = self.events[at..].iter().all(|e| e.t == end.t);
                let at = if together { at } else { self.events.len() };
                self.events.insert(at, end);
            }
        }
    }

    /// The runtime drops what is left when `main` has ended. Nobody is polled
    /// then, so what was printed just now came from the drop of this lane.
    fn claim_last_words(&mut self, dropped: u32) {
        if dropped == 0 || !self.lives[0].ended || !self.on.running.is_empty() {
            return;
        }
        for event in self.events.iter_mut().rev() {
            match &mut event.kind {
                EventKind::Out { lane, .. } if *lane == 0 => *lane = dropped,
                _ => break,
            }
        }
    }

    pub(super) fn future_ready(
        &mut self,
        future: FutureId,
        error: Option<String>,
    ) {
        let how = if error.is_some() {
            End::Error
        } else {
            End::Done
        };
        match self.owners.owner(Owner::Future(future)) {
            Owner::Task(task) => {
                if let Some(lane) = self.lane(Owner::Task(task)) {
                    self.end(lane, how, error);
                }
            }
            owner if self.own_poll(future) => {
                if let Some(lane) = self.lane(owner) {
                    self.end(lane, how, error);
                    self.on.running.pop();
                }
            }
            _ => {}
        }
    }

    /// The drop of a future that has not finished begins.
    pub(super) fn future_dropped(&mut self, future: FutureId, stack: &Stack) {
        let owner = self.owners.owner(Owner::Future(future));
        let Some(lane) = self.lane(owner) else { return };
        match owner {
            Owner::Task(task) => self.root_dropped(task, lane),
            Owner::Visit(_) | Owner::Thread(_) => return,
            _ if !self.own_poll(future) => return,
            Owner::Future(_) => {
                let life = &self.lives[lane as usize];
                let (ended, how) = match (life.polled, life.lent) {
                    (_, true) => (life.ended, End::LetGo),
                    (true, _) => (life.ended, End::Dropped),
                    (false, _) => (life.ended, End::NeverPolled),
                };
                // A poll that panics leaves its future on the stack.
                self.on.running.retain(|running| *running != lane);
                self.end(lane, how, None);
                let at = stack.line().map(|line| self.site(line));
                if let Some(EventKind::End { site, .. }) =
                    self.events.last_mut().map(|event| &mut event.kind)
                    && !ended
                {
                    *site = at;
                }
            }
        }
        // What its destructors do, it does.
        self.on.running.push(lane);
        self.on.dropping.push((future, lane));
    }

    pub(super) fn future_gone(&mut self, future: FutureId) {
        let at = self.on.dropping.iter().rposition(|one| one.0 == future);
        let Some(at) = at else { return };
        let (_, lane) = self.on.dropping.remove(at);
        let at = self.on.running.iter().rposition(|one| *one == lane);
        if let Some(at) = at {
            self.on.running.remove(at);
        }
    }

    /// The future of a task is dropped before it has finished.
    fn root_dropped(&mut self, task: TaskId, lane: u32) {
        let running = self.on.task == Some(task);
        if self.on.panic.is_some() {
            let panic = self.on.panic.take();
            self.end(lane, End::Panic, panic);
        } else if running && !self.on.root_polled {
            self.not_polled(lane);
            self.end(lane, End::Aborted, None);
        } else if !running {
            let polled = self.lives[lane as usize].polled;
            let how = match polled {
                true => End::Dropped,
                false => End::NeverPolled,
            };
            self.end(lane, how, None);
        }
    }

    /// The runtime took a task up only to drop it: that is no poll.
    fn not_polled(&mut self, lane: u32) {
        let poll = EventKind::Poll { lane };
        let at = self.events.iter().rposition(|event| event.kind == poll);
        if let Some(at) = at {
            self.events.remove(at);
        }
    }

    /// `main` has returned, which is the end of the program.
    pub(super) fn main_done(&mut self, error: Option<String>) {
        let how = match error {
            Some(_) => End::Error,
            None => End::Done,
        };
        // A check has caught the panic, and told it as its verdict; it has
        // gone on since.
        self.on.panicked_at = usize::MAX;
        let caught = self.on.panic.take().filter(|_| self.panics);
        match caught {
            Some(panic) => self.end(0, End::Panic, Some(panic)),
            None => self.end(0, how, error),
        }
        self.on.running.clear();
        self.on.task = None;
    }

    /// Tasks that have no name of their own get a number; so do blocks, one
    /// for each place.
    pub(super) fn number_tasks(&mut self) {
        let mut tasks = 0;
        let mut blocks = Vec::new();
        for lane in &self.lanes {
            match lane.name.as_str() {
                "task" if lane.kind == LaneKind::Task => tasks += 1,
                "block"
                    if lane.made == Made::Block
                        && !blocks.contains(&lane.site) =>
                {
                    blocks.push(lane.site);
                }
                _ => {}
            }
        }
        let mut task = 0;
        for lane in &mut self.lanes {
            let block = blocks.iter().position(|site| *site == lane.site);
            match (lane.name.as_str(), block) {
                ("task", _) if tasks > 1 && lane.kind == LaneKind::Task => {
                    task += 1;
                    lane.name = format!("task {task}");
                }
                ("block", Some(block)) if blocks.len() > 1 => {
                    lane.name = format!("block {}", block + 1);
                }
                _ => {}
            }
        }
    }

    pub(super) fn terminated(&mut self, task: TaskId) {
        let Some(lane) = self.lane(Owner::Task(task)) else {
            return;
        };
        let panic = self.on.panic.take();
        let running = self.on.task == Some(task);
        let how = match panic {
            Some(_) => End::Panic,
            // A finished task's span is entered once more, to drop it.
            None if running && self.on.enters < 2 => End::Aborted,
            None if !running && !self.lives[lane as usize].polled => {
                End::NeverPolled
            }
            None if !running => End::Dropped,
            None => End::Done,
        };
        if how == End::Aborted && !self.lives[lane as usize].ended {
            self.not_polled(lane);
        }
        self.end(lane, how, panic);
    }

    /// What is left when `main` is over, the runtime drops.
    pub(super) fn drop_the_rest(&mut self) {
        for lane in 0..number(self.lanes.len()) {
            let polled = self.lives[lane as usize].polled;
            let how = if polled {
                End::Dropped
            } else {
                End::NeverPolled
            };
            self.end(lane, how, None);
        }
    }
}

/// Tasks are numbered through a process: `Id(1076)` in a message would be
/// another number in the next recording.
fn without_ids(message: &str) -> String {
    let mut parts = message.split("Id(");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
        text.push_str("Id(");
        text.push_str(if rest.len() < part.len() { "…" } else { "" });
        text.push_str(rest);
    }
    text
}
