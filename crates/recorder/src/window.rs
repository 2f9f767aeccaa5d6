//! The observations of a long run: its beginning and its last part. Of what
//! lies between, only the beginnings of what lives on are kept, and the ends
//! of what began before.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::raw::{FutureId, Owner, Raw, SpanId, TaskId, What};

/// Of more than these, that began in the gap and live on, nothing is told.
const MOST_LIVING: usize = 2_000;

#[derive(Default)]
pub(crate) struct Window {
    /// How many observations are kept at the beginning, and as many at the
    /// end; all, if nothing is said.
    room: Option<usize>,
    head: Vec<Raw>,
    tail: VecDeque<Raw>,
    gone: Gone,
    seen: usize,
}

/// What was between the beginning and the last part.
#[derive(Default)]
struct Gone {
    from: Option<u64>,
    to: u64,
    lanes: u64,
    polls: u64,
    lines: u64,
    /// What began in the gap and lives, by what it is.
    living: BTreeMap<Thing, Vec<(usize, Raw)>>,
    /// First polls and ends of what began before it.
    ends: Vec<(usize, Raw)>,
    spans: BTreeMap<SpanId, TaskId>,
    running: BTreeMap<u32, Vec<Owner>>,
    /// What has begun its first poll and has done nothing since.
    fresh: BTreeMap<u32, Owner>,
    polled: BTreeSet<Owner>,
    count: usize,
    /// The last numbers that were given before the gap.
    last: Numbers,
}

#[derive(Default)]
struct Numbers {
    task: TaskId,
    future: FutureId,
    span: SpanId,
}

impl Numbers {
    fn follow(&mut self, what: &What) {
        match what {
            What::TaskSpan { span, task, .. } => {
                self.span = self.span.max(*span);
                self.task = self.task.max(*task);
            }
            What::Created { future, .. } => {
                self.future = self.future.max(*future);
            }
            What::Resource { span, .. } | What::Op { op: span, .. } => {
                self.span = self.span.max(*span);
            }
            _ => {}
        }
    }

    /// It was there before the gap.
    fn has(&self, thing: Thing) -> bool {
        match thing {
            Thing::Span(span) => span <= self.span,
            Thing::Lane(Owner::Task(task)) => task <= self.task,
            Thing::Lane(Owner::Future(future)) => future <= self.future,
            Thing::Lane(Owner::Visit(_) | Owner::Thread(_)) => true,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Lane(Owner),
    Span(SpanId),
}

/// What is told of the gap.
pub(crate) struct Left {
    pub from: u64,
    pub to: u64,
    pub lanes: u64,
    pub polls: u64,
    pub lines: u64,
}

impl Window {
    pub fn of(room: Option<usize>) -> Self {
        Self {
            room,
            ..Self::default()
        }
    }

    pub fn push(&mut self, raw: Raw) {
        self.seen += 1;
        match self.room {
            Some(room) if self.head.len() >= room => {
                self.tail.push_back(raw);
                if self.tail.len() > room
                    && let Some(raw) = self.tail.pop_front()
                {
                    self.gone.add(raw);
                }
            }
            _ => {
                if self.room.is_some() {
                    self.gone.follow(&raw);
                    self.gone.last.follow(&raw.what);
                }
                self.head.push(raw);
            }
        }
    }

    /// How many observations were made.
    pub fn seen(&self) -> usize {
        self.seen
    }

    pub fn last(&self) -> Option<&Raw> {
        self.tail.back().or(self.head.last())
    }

    /// Only a window that keeps all is looked through.
    pub fn all(&mut self) -> &mut Vec<Raw> {
        &mut self.head
    }

    /// All that was kept, in order, and what was not.
    pub fn take(&mut self) -> (Vec<Raw>, Option<Left>) {
        let mut raw = std::mem::take(&mut self.head);
        let mut gone = std::mem::take(&mut self.gone);
        if gone.from.is_none() {
            raw.extend(self.tail.drain(..));
            return (raw, None);
        }
        // Whoever was in a poll then is told of from the next one on.
        let mut within: BTreeSet<u32> = gone.in_polls().collect();
        let mut rest = Vec::new();
        let mut born = BTreeSet::new();
        for one in self.tail.drain(..) {
            match one.what {
                What::Spawned { task } => drop(born.insert(task)),
                // Nor is anything told of what it does.
                What::PollStart { task }
                    if gone.is_unknown(task) && !born.contains(&task) =>
                {
                    within.insert(one.thread);
                }
                What::PollStart { .. } => drop(within.remove(&one.thread)),
                _ => {}
            }
            match within.contains(&one.thread) {
                true => gone.add(one),
                false => rest.push(one),
            }
        }
        let from = gone.from.unwrap_or_default();
        let left = Left {
            from,
            to: rest.first().map_or(gone.to, |raw| raw.t),
            lanes: gone.lanes,
            polls: gone.polls,
            lines: gone.lines,
        };
        raw.push(Raw::new(from, What::GapBegins));
        raw.extend(gone.kept());
        raw.push(Raw::new(left.to, What::GapEnds));
        // What was kept of a thread in a poll may be later than others.
        let mut last = 0;
        raw.extend(rest);
        for one in &mut raw {
            last = one.t.max(last);
            one.t = last;
        }
        (raw, Some(left))
    }
}

impl Gone {
    fn in_polls(&self) -> impl Iterator<Item = u32> {
        let busy = self.running.iter().filter(|(_, lanes)| !lanes.is_empty());
        busy.map(|(thread, _)| *thread)
    }

    /// Follows who polls whom.
    fn follow(&mut self, raw: &Raw) {
        let running = self.running.entry(raw.thread).or_default();
        let fresh = self.fresh.remove(&raw.thread);
        match &raw.what {
            What::PollStart { task } => {
                let owner = Owner::Task(*task);
                running.push(owner);
                if self.polled.insert(owner) {
                    self.fresh.insert(raw.thread, owner);
                }
            }
            What::TaskSpanEnter { .. } => {
                self.fresh.extend(fresh.map(|fresh| (raw.thread, fresh)));
            }
            What::FuturePoll { future } => {
                running.push(Owner::Future(*future));
                self.polled.insert(Owner::Future(*future));
            }
            What::PollEnd => running.clear(),
            What::FuturePending { .. } | What::FutureReady { .. } => {
                running.pop();
            }
            _ => {}
        }
    }

    fn add(&mut self, raw: Raw) {
        self.from.get_or_insert(raw.t);
        self.to = raw.t;
        self.count += 1;
        let at = self.count;
        let first = self.first_poll(&raw);
        self.follow(&raw);
        if let Some((thing, what)) = first {
            self.goes_on(thing, at, Raw::new(raw.t, what));
        }
        let lane = |owner| Thing::Lane(owner);
        match raw.what {
            What::PollStart { .. } => self.polls += 1,
            What::Out { .. } => self.lines += 1,
            What::Spawned { task } => {
                self.begins(lane(Owner::Task(task)), at, raw);
            }
            What::TaskSpan { span, task, .. } => {
                self.spans.insert(span, task);
                self.begins(lane(Owner::Task(task)), at, raw);
            }
            What::Created { future, .. } => {
                self.begins(lane(Owner::Future(future)), at, raw);
            }
            What::Resource { span, .. } | What::Op { op: span, .. } => {
                self.begins(Thing::Span(span), at, raw);
            }
            What::Duration { resource: span, .. }
            | What::Requested { op: span, .. } => {
                if let Some(known) = self.living.get_mut(&Thing::Span(span)) {
                    known.push((at, raw));
                }
            }
            What::Terminated { task } => {
                self.ends(lane(Owner::Task(task)), at, raw);
            }
            What::FutureReady { future, .. } | What::FutureGone { future } => {
                self.ends(lane(Owner::Future(future)), at, raw);
            }
            What::SpanClosed { span } => match self.spans.remove(&span) {
                Some(task) => self.ends(lane(Owner::Task(task)), at, raw),
                None => self.ends(Thing::Span(span), at, raw),
            },
            // Its drop is told as it ends.
            What::FutureDropped { future }
                if self.last.has(lane(Owner::Future(future))) =>
            {
                self.ends.push((at, raw));
            }
            What::MainDone { .. } => self.ends.push((at, raw)),
            _ => {}
        }
    }

    /// Whose first poll this is, and what it says.
    fn first_poll(&self, raw: &Raw) -> Option<(Thing, What)> {
        let (owner, what) = match raw.what {
            What::PollStart { task } => {
                let owner = Owner::Task(task);
                (owner, What::Polled { owner })
            }
            What::FuturePoll { future } => {
                let running = self.running.get(&raw.thread);
                let parent = running.and_then(|all| all.last()).copied();
                let fresh = self.fresh.get(&raw.thread).copied();
                let first = What::FirstPoll {
                    future,
                    parent,
                    fresh,
                };
                (Owner::Future(future), first)
            }
            _ => return None,
        };
        let new = !self.polled.contains(&owner);
        new.then_some((Thing::Lane(owner), what))
    }

    /// Something that lives on does this.
    fn goes_on(&mut self, thing: Thing, at: usize, raw: Raw) {
        match self.living.get_mut(&thing) {
            Some(known) => known.push((at, raw)),
            None if self.last.has(thing) => self.ends.push((at, raw)),
            None => {}
        }
    }

    fn begins(&mut self, thing: Thing, at: usize, raw: Raw) {
        let room = self.living.len() < MOST_LIVING;
        if room || self.living.contains_key(&thing) {
            self.living.entry(thing).or_default().push((at, raw));
        } else if matches!(raw.what, What::TaskSpan { .. }) {
            self.lanes += 1;
        }
    }

    /// A task of which the beginning was not kept.
    fn is_unknown(&self, task: TaskId) -> bool {
        let thing = Thing::Lane(Owner::Task(task));
        !self.last.has(thing) && !self.living.contains_key(&thing)
    }

    fn ends(&mut self, thing: Thing, at: usize, raw: Raw) {
        if let Thing::Lane(owner) = thing {
            self.polled.remove(&owner);
        }
        let task = matches!(thing, Thing::Lane(Owner::Task(_)));
        if self.living.remove(&thing).is_some() {
            self.lanes += u64::from(task);
        } else if self.last.has(thing) {
            self.ends.push((at, raw));
        }
    }

    fn kept(self) -> impl Iterator<Item = Raw> {
        let mut kept: Vec<(usize, Raw)> = self
            .living
            .into_values()
            .flatten()
            .chain(self.ends)
            .collect();
        kept.sort_by_key(|(at, _)| *at);
        kept.into_iter().map(|(_, raw)| raw)
    }
}
