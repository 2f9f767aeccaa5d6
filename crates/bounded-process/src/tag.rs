//! Finds what a program has started, also what has left its process group.
//!
//! A program that is to be found carries a tag in its environment, which its
//! children inherit. Only Linux lets us look for it; elsewhere the process
//! group is all there is. A program that clears the environment of a child,
//! has it leave the group and then ends before anybody looks hides that child:
//! this is for accidents, and not for whoever wants to hide.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::procfs;

/// The tag of one run, or of several that belong together.
#[derive(Clone, Debug)]
pub struct ProcessTag(String);

impl ProcessTag {
    /// The variable's name. What runs within a run carries the tags of both,
    /// with this between them.
    pub const NAME: &str = "BOOK_RUN";
    const AND: char = '/';

    /// A tag that no other run has. It begins with who made it.
    pub fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        Self(format!("{}{next}", Owner::current().prefix()))
    }

    /// The variable's value, for what is started from here.
    pub fn value(&self) -> String {
        match std::env::var(Self::NAME) {
            Ok(outer) if !outer.is_empty() => {
                format!("{outer}{}{}", Self::AND, self.0)
            }
            _ => self.0.clone(),
        }
    }

    /// The processes that carry the tag, or descend from one that does.
    pub fn members(&self) -> Vec<i32> {
        system::find(&|tags| self.is_in(tags), &|_| {})
    }

    /// Kills all of them, and waits for their end.
    pub fn kill(&self) {
        system::kill(&|tags| self.is_in(tags));
    }

    fn is_in(&self, tags: &str) -> bool {
        tags.split(Self::AND).any(|tag| tag == self.0)
    }
}

impl Default for ProcessTag {
    fn default() -> Self {
        Self::new()
    }
}

/// What carries the tag does not outlive this.
#[derive(Debug, Default)]
pub struct EndAll(pub ProcessTag);

impl Drop for EndAll {
    fn drop(&mut self) {
        self.0.kill();
    }
}

/// The process that made a tag, or a file: its number, when it began, and where the
/// number means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    pid: u32,
    begun: u64,
    namespace: u64,
}

impl Owner {
    pub fn current() -> Self {
        let pid = std::process::id();
        Self {
            pid,
            begun: begun(pid).unwrap_or(0),
            namespace: procfs::namespace(),
        }
    }

    /// How its tags begin.
    pub fn prefix(&self) -> String {
        format!("{}-{}-{}-", self.pid, self.begun, self.namespace)
    }

    pub fn parse(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let mut next = || parts.next()?.parse::<u64>().ok();
        let (pid, begun, namespace) = (next()?, next()?, next()?);
        let pid = u32::try_from(pid).ok()?;
        Some(Self {
            pid,
            begun,
            namespace,
        })
    }

    /// Known to have ended. A process of another container is not known.
    pub fn has_ended(&self) -> bool {
        self.namespace == procfs::namespace() && !self.is_alive()
    }

    #[cfg(target_os = "linux")]
    fn is_alive(&self) -> bool {
        begun(self.pid) == Some(self.begun)
    }

    /// Or another one that has its number now.
    #[cfg(all(unix, not(target_os = "linux")))]
    fn is_alive(&self) -> bool {
        use rustix::process::{Pid, test_kill_process};
        let pid = i32::try_from(self.pid).ok().and_then(Pid::from_raw);
        let asked = pid.map(test_kill_process);
        asked.is_some_and(|it| it != Err(rustix::io::Errno::SRCH))
    }

    /// Nobody tells.
    #[cfg(not(unix))]
    fn is_alive(&self) -> bool {
        true
    }
}

fn begun(pid: u32) -> Option<u64> {
    let pid = i32::try_from(pid).ok()?;
    procfs::Stat::read(pid).map(|stat| stat.begun)
}

/// Kills what carries a tag of this process.
pub(crate) fn kill_all_of(owner: Owner) {
    system::kill(&|tags| owners(tags).any(|other| other == owner));
}

/// Kills what carries a tag of a process that has ended, unless we do.
pub(crate) fn kill_orphans() {
    let ours = std::env::var(ProcessTag::NAME).unwrap_or_default();
    let ours: Vec<Owner> = owners(&ours).collect();
    system::kill(&|tags| {
        owners(tags).any(|one| !ours.contains(&one) && one.has_ended())
    });
}

pub(crate) fn owners(tags: &str) -> impl Iterator<Item = Owner> {
    tags.split(ProcessTag::AND).filter_map(Owner::parse)
}

#[cfg(target_os = "linux")]
mod system {
    use std::collections::{BTreeMap, BTreeSet};
    use std::thread;
    use std::time::Duration;

    use rustix::process::{Pid, Signal, kill_process};

    use crate::procfs::{self, Stat};
    use crate::tag::ProcessTag;

    /// A chain of this many generations that do not carry the tag.
    const ROUNDS: usize = 100;

    /// Calls `seen` with each process as soon as it is found: new ones have
    /// higher numbers, so the list is read to its end quicker than it grows.
    pub fn find(
        is_meant: &dyn Fn(&str) -> bool,
        seen: &dyn Fn(i32),
    ) -> Vec<i32> {
        let mut found = BTreeSet::new();
        let mut parents = BTreeMap::new();
        for pid in procfs::all() {
            let tags = procfs::variable(pid, ProcessTag::NAME);
            if tags.is_some_and(|tags| is_meant(&tags)) {
                found.insert(pid);
                seen(pid);
            } else if let Some(stat) = Stat::read(pid) {
                parents.insert(pid, stat.parent);
            }
        }
        for _ in 0..ROUNDS {
            let children: Vec<i32> = parents
                .iter()
                .filter(|(_, parent)| found.contains(parent))
                .map(|(pid, _)| *pid)
                .collect();
            if children.is_empty() {
                break;
            }
            for pid in children {
                parents.remove(&pid);
                found.insert(pid);
                seen(pid);
            }
        }
        found.into_iter().collect()
    }

    /// Stopped first: what stands still starts no others.
    pub fn kill(is_meant: &dyn Fn(&str) -> bool) {
        let mut known = BTreeSet::new();
        for _ in 0..ROUNDS {
            let found = find(is_meant, &|pid| signal(pid, Signal::STOP));
            if found.iter().all(|pid| known.contains(pid)) {
                break;
            }
            known.extend(found);
        }
        if known.is_empty() {
            return;
        }
        for pid in known {
            signal(pid, Signal::KILL);
        }
        // Nothing can refuse; but the system takes its time over the memory
        // of what it kills.
        for _ in 0..ROUNDS {
            if find(is_meant, &|pid| signal(pid, Signal::KILL)).is_empty() {
                break;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn signal(pid: i32, signal: Signal) {
        if let Some(pid) = Pid::from_raw(pid) {
            let _ = kill_process(pid, signal);
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    pub fn find(_: &dyn Fn(&str) -> bool, _: &dyn Fn(i32)) -> Vec<i32> {
        Vec::new()
    }

    pub fn kill(_: &dyn Fn(&str) -> bool) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn a_tag_says_who_made_it() {
        let tag = ProcessTag::new();
        let owner = Owner::current();
        assert_eq!(owners(&tag.value()).last(), Some(owner));
        assert!(!owner.has_ended());
        let earlier = Owner {
            begun: owner.begun - 1,
            ..owner
        };
        assert!(earlier.has_ended(), "the number was used again");
        let elsewhere = Owner {
            namespace: 1,
            ..earlier
        };
        assert!(!elsewhere.has_ended(), "nobody knows");
    }

    #[test]
    fn a_run_within_a_run_carries_both_tags() {
        let (outer, inner) = (ProcessTag::new(), ProcessTag::new());
        let both = format!("{}/{}", outer.0, inner.0);
        assert!(outer.is_in(&both) && inner.is_in(&both));
        assert!(!ProcessTag::new().is_in(&both));
        // No tag is the beginning of another one.
        assert!(!outer.is_in(&format!("{}0", outer.0)));
    }
}
