//! Finds what a program has started, also what has left its process group.
//!
//! A program that is to be found carries a word in its environment, which its
//! children inherit. Only Linux lets us look for it; elsewhere the process
//! group is all there is. A program that clears the environment of a child,
//! has it leave the group and then ends before anybody looks hides that child:
//! this is for accidents, and not for whoever wants to hide.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// The word that one run carries.
#[derive(Clone, Debug)]
pub struct Mark(String);

impl Mark {
    /// The variable's name.
    pub const NAME: &str = "BOOK_RUN";

    /// A word that no other run has.
    pub fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_nanos());
        Self(format!("{}-{next}-{now}", std::process::id()))
    }

    /// The variable's value.
    pub fn value(&self) -> &str {
        &self.0
    }

    /// How many processes carry the mark, or descend from one that does.
    pub fn count(&self) -> usize {
        system::find(self, |_| {}).len()
    }

    /// Kills all of them, and waits for their end.
    pub fn kill(&self) {
        system::kill(self);
    }
}

impl Default for Mark {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(target_os = "linux")]
mod system {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::thread;
    use std::time::Duration;

    use rustix::process::{Pid, Signal, kill_process};

    use super::Mark;

    /// A chain of this many generations that do not carry the mark.
    const ROUNDS: usize = 100;

    /// Calls `seen` with each process as soon as it is found: new ones have
    /// higher numbers, so the list is read to its end quicker than it grows.
    pub fn find(mark: &Mark, seen: impl Fn(Pid)) -> BTreeSet<i32> {
        let word = format!("{}={}", Mark::NAME, mark.value());
        let mut found = BTreeSet::new();
        let mut parents = BTreeMap::new();
        for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(pid) = name.to_str().and_then(|n| n.parse().ok()) else {
                continue;
            };
            let path = entry.path();
            // Empty for what has ended, closed for what is not ours.
            let environment = fs::read(path.join("environ"));
            let environment = environment.unwrap_or_default();
            if environment.split(|b| *b == 0).any(|v| v == word.as_bytes()) {
                found.insert(pid);
                Pid::from_raw(pid).into_iter().for_each(&seen);
            } else if let Some(parent) = parent(pid) {
                parents.insert(pid, parent);
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
                Pid::from_raw(pid).into_iter().for_each(&seen);
            }
        }
        found
    }

    /// Of a process that still runs.
    fn parent(pid: i32) -> Option<i32> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // The name in parentheses may have spaces and parentheses.
        let (_, rest) = stat.rsplit_once(") ")?;
        let mut fields = rest.split(' ');
        let ended = matches!(fields.next()?, "Z" | "X");
        fields.next()?.parse().ok().filter(|_| !ended)
    }

    /// Stopped first: what stands still starts no others.
    pub fn kill(mark: &Mark) {
        let mut known = BTreeSet::new();
        for _ in 0..ROUNDS {
            let found = find(mark, |pid| {
                let _ = kill_process(pid, Signal::STOP);
            });
            if found.is_subset(&known) {
                break;
            }
            known.extend(found);
        }
        if known.is_empty() {
            return;
        }
        for pid in known.into_iter().filter_map(Pid::from_raw) {
            let _ = kill_process(pid, Signal::KILL);
        }
        // Nothing can refuse; but the system takes its time over the memory
        // of what it kills.
        for _ in 0..ROUNDS {
            let left = find(mark, |pid| {
                let _ = kill_process(pid, Signal::KILL);
            });
            if left.is_empty() {
                break;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::collections::BTreeSet;

    use super::Mark;

    pub fn find(_: &Mark, _: impl Fn(u32)) -> BTreeSet<i32> {
        BTreeSet::new()
    }

    pub fn kill(_: &Mark) {}
}
