//! Notices in time that a run takes more than it may, all its processes
//! together.
//!
//! To find a run's processes is to look at all of the system's, which takes
//! milliseconds; a program that doubles needs no more to double. So those that
//! are known are asked at each glance, and all are looked for now and then, and
//! whenever the system as a whole has so many more threads or so much less
//! memory that this run may be the reason.

use std::time::{Duration, Instant};

use crate::limits::Resources;
use crate::tag::ProcessTag;
use crate::{Limit, group, procfs};

pub struct Watch<'a> {
    leader: u32,
    tag: &'a ProcessTag,
    most: &'a Resources,
    /// Its processes, as far as they are known.
    members: Vec<i32>,
    glance: Instant,
    /// The latest time of the next look.
    look: Instant,
    /// The earliest time of a look for lack of memory.
    soonest: Instant,
    /// With more threads in the system the run may be too many processes.
    threads: usize,
    /// With less memory in the system the run may have taken too much.
    memory: u64,
    /// When several processes together first had too much memory.
    over: Option<Instant>,
}

impl<'a> Watch<'a> {
    /// How often to glance; a glance may take a tenth of the time.
    pub const PAUSE: Duration = Duration::from_millis(10);

    /// The longest time without a look: a run can grow unnoticed while other
    /// processes of the system end.
    const LOOK: Duration = Duration::from_millis(500);

    /// A busy system has less memory for many reasons.
    const REST: Duration = Duration::from_millis(50);

    /// Just before it becomes another program a child has its parent's memory,
    /// which then counts twice. That takes less time.
    const DOUBT: Duration = Duration::from_millis(100);

    /// For the run that carries `tag` and whose group `leader` leads.
    pub fn new(leader: u32, tag: &'a ProcessTag, most: &'a Resources) -> Self {
        let now = Instant::now();
        Self {
            leader,
            tag,
            most,
            members: Vec::from_iter(i32::try_from(leader).ok()),
            glance: now,
            look: now + Self::LOOK,
            soonest: now,
            threads: procfs::threads().saturating_add(most.processes),
            memory: procfs::free_memory().saturating_sub(most.memory),
            over: None,
        }
    }

    /// The limit that the run has crossed; then its group may stand still, and
    /// is to be killed.
    pub fn crossed(&mut self) -> Option<Limit> {
        let now = Instant::now();
        if now < self.glance || !cfg!(target_os = "linux") {
            return None;
        }
        let crossed = self.look(now).or_else(|| self.glance());
        self.glance = now + Self::PAUSE.max(now.elapsed() * 10);
        crossed
    }

    /// Looks for new processes, if it is time to.
    fn look(&mut self, now: Instant) -> Option<Limit> {
        let most = self.most;
        let (threads, memory) = (procfs::threads(), procfs::free_memory());
        // What others give back the run may take.
        let crowd = threads.saturating_add(most.processes);
        self.threads = self.threads.min(crowd);
        self.memory = self.memory.max(memory.saturating_sub(most.memory));
        let many = threads > self.threads;
        let little = memory < self.memory && now >= self.soonest;
        if !many && !little && now < self.look {
            return None;
        }
        // What stands still starts no others.
        if many {
            group::suspend(self.leader);
        }
        self.members = self.tag.members();
        if self.members.len() > most.processes {
            return Some(Limit::Processes(most.processes));
        }
        if many {
            group::resume(self.leader);
        }
        let used = self.members.iter().map(|pid| procfs::memory(*pid)).sum();
        let room = most.processes - self.members.len();
        self.threads = threads.saturating_add(room);
        let room = most.memory.saturating_sub(used);
        self.memory = memory.saturating_sub(room);
        self.look = now + Self::LOOK;
        self.soonest = now + Self::REST;
        None
    }

    /// Adds up what the known processes use.
    fn glance(&mut self) -> Option<Limit> {
        let most = self.most;
        let (mut threads, mut disk, mut memory) = (0, 0, 0);
        for &pid in &self.members {
            let Some(stat) = procfs::Stat::read(pid) else {
                continue;
            };
            threads += stat.threads;
            disk += procfs::written(pid);
            let own = procfs::memory(pid);
            if own > most.memory {
                return Some(Limit::Memory(most.memory));
            }
            memory += own;
        }
        if threads > most.threads {
            return Some(Limit::Threads(most.threads));
        }
        if disk > most.disk {
            return Some(Limit::Disk(most.disk));
        }
        if memory <= most.memory {
            self.over = None;
            return None;
        }
        let since = *self.over.get_or_insert_with(Instant::now);
        (since.elapsed() >= Self::DOUBT && self.memory() > most.memory)
            .then_some(Limit::Memory(most.memory))
    }

    /// Of all processes, exactly.
    fn memory(&self) -> u64 {
        let members = self.members.iter();
        let each = members.map(|&pid| {
            procfs::own_memory(pid).unwrap_or_else(|| procfs::memory(pid))
        });
        each.sum()
    }
}
