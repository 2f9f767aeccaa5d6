//! A control group for each run, where the system lets this user make some:
//! cgroups of version 2, with memory and tasks delegated, as systemd does it
//! for a user's own services.
//!
//! Then the system itself holds the sums of a run, at any moment, with files
//! in memory and with what has cleared its environment. Elsewhere `usage` adds
//! them up, which it does beside this anyway.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use crate::limits::Resources;
use crate::{Limit, Owner};

const PREFIX: &str = "book-run-";

/// The file of a group with its processes; one that writes 0 there enters.
pub const MEMBERS: &str = "cgroup.procs";

/// The controllers whose limits are set.
const NEEDED: [&str; 2] = ["memory", "pids"];

/// Removed, with all that is in it, when it is dropped.
#[derive(Debug)]
pub struct ControlGroup {
    folder: PathBuf,
    memory: u64,
    tasks: usize,
}

impl ControlGroup {
    /// Nothing, where there are none for us.
    pub fn new(most: &Resources) -> Option<Self> {
        static PARENT: OnceLock<Option<PathBuf>> = OnceLock::new();
        let parent = PARENT.get_or_init(|| {
            let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
            let ours = fs::read_to_string("/proc/self/cgroup").ok()?;
            let parent = delegated(&folder(&mounts, &ours)?)?;
            sweep(&parent);
            Some(parent)
        });
        Self::within(parent.as_deref()?, most).ok()
    }

    fn within(parent: &Path, most: &Resources) -> io::Result<Self> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let owner = Owner::current().prefix();
        let folder = parent.join(format!("{PREFIX}{owner}{next}"));
        fs::create_dir(&folder)?;
        let group = Self {
            folder,
            memory: most.memory,
            tasks: most.threads,
        };
        group.set("memory.max", &most.memory.to_string())?;
        group.set("pids.max", &most.threads.to_string())?;
        // All of a run ends, and not one process of it. Older systems, and
        // those without swap, have no such files.
        let _ = group.set("memory.oom.group", "1");
        let _ = group.set("memory.swap.max", "0");
        Ok(group)
    }

    fn set(&self, file: &str, value: &str) -> io::Result<()> {
        fs::write(self.folder.join(file), value)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The limit that the system has held.
    pub fn crossed(&self) -> Option<Limit> {
        let count = |file: &str, names: &[&str]| -> u64 {
            let text = fs::read_to_string(self.folder.join(file));
            let text = text.unwrap_or_default();
            let lines = text.lines().filter_map(|it| it.split_once(' '));
            let lines = lines.filter(|(name, _)| names.contains(name));
            lines.filter_map(|(_, many)| many.parse::<u64>().ok()).sum()
        };
        if count("memory.events", &["oom", "oom_kill"]) > 0 {
            return Some(Limit::Memory(self.memory));
        }
        let refused = count("pids.events", &["max"]);
        (refused > 0).then_some(Limit::Threads(self.tasks))
    }
}

impl Drop for ControlGroup {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

/// What is killed leaves a moment later.
fn remove(folder: &Path) {
    for _ in 0..100 {
        let _ = fs::write(folder.join("cgroup.kill"), "1");
        match fs::remove_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::ResourceBusy => {
                thread::sleep(Duration::from_millis(5));
            }
            _ => return,
        }
    }
}

/// Removes those of processes that have ended.
fn sweep(parent: &Path) {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|it| it.strip_prefix(PREFIX));
        if owner
            .and_then(Owner::parse)
            .is_some_and(|it| it.has_ended())
        {
            remove(&entry.path());
        }
    }
}

/// The folder of our own group: where version 2 is mounted, and which of its
/// groups we are in.
pub(crate) fn folder(mounts: &str, ours: &str) -> Option<PathBuf> {
    let (root, mounted) = mounts.lines().find_map(|line| {
        let (place, kind) = line.split_once(" - ")?;
        let mut fields = place.split(' ').skip(3);
        let found = (fields.next()?, fields.next()?);
        kind.starts_with("cgroup2 ").then_some(found)
    })?;
    let path = ours.lines().find_map(|line| line.strip_prefix("0::"))?;
    let below = Path::new(path).strip_prefix(root).ok()?;
    // A group outside of what is mounted is shown with dots.
    let mut parts = below.components().chain(Path::new(mounted).components());
    let inside = parts.all(|part| part != Component::ParentDir);
    inside.then(|| Path::new(mounted).join(below))
}

/// The group in which we may make others, with limits. It is rarely our own:
/// one that has processes has no groups with limits below it. Most often it is
/// the one above, where the session has its own.
fn delegated(own: &Path) -> Option<PathBuf> {
    let all = [Some(own), own.parent()].into_iter().flatten();
    let mut all = all.filter(|folder| {
        let below = fs::read_to_string(folder.join("cgroup.subtree_control"));
        let below = below.unwrap_or_default();
        let has = |name: &&str| below.split_whitespace().any(|it| it == *name);
        // Who may not move processes there may not use it.
        let members = fs::OpenOptions::new()
            .write(true)
            .open(folder.join(MEMBERS));
        NEEDED.iter().all(has) && members.is_ok()
    });
    all.next().map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_group_is_found() {
        let mounts = "\
28 22 0:25 / /sys/fs/cgroup rw,nosuid - tmpfs tmpfs rw
30 22 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw
31 22 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
";
        let ours = "4:memory:/a\n0::/user.slice/session.scope\n";
        let found = folder(mounts, ours).unwrap();
        assert_eq!(found, Path::new("/sys/fs/cgroup/user.slice/session.scope"));
        assert_eq!(folder("", ours), None);
        assert_eq!(folder(mounts, "4:memory:/a\n"), None);
        // In a container: the mount shows a part of the tree.
        let inside = mounts.replacen("0:26 /", "0:26 /user.slice", 1);
        let found = folder(&inside, ours).unwrap();
        assert_eq!(found, Path::new("/sys/fs/cgroup/session.scope"));
    }

    /// A tree of plain files, as the system shows it.
    fn tree() -> PathBuf {
        let name = format!("cgroups-{}", Owner::current().prefix());
        let above = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../../target")
            .join(name);
        let _ = fs::remove_dir_all(&above);
        let own = above.join("own");
        fs::create_dir_all(&own).unwrap();
        for folder in [&above, &own] {
            fs::write(folder.join(MEMBERS), "").unwrap();
            fs::write(folder.join("cgroup.subtree_control"), "").unwrap();
        }
        above
    }

    #[test]
    fn the_limits_are_written_and_what_they_say_is_read() {
        let above = tree();
        let own = above.join("own");
        assert_eq!(delegated(&own), None, "nothing is delegated");
        let control = above.join("cgroup.subtree_control");
        fs::write(&control, "cpu memory\n").unwrap();
        assert_eq!(delegated(&own), None, "tasks are not");
        fs::write(&control, "cpu memory pids\n").unwrap();
        assert_eq!(delegated(&own).as_deref(), Some(&*above));

        let most = Resources::default();
        let group = ControlGroup::within(&above, &most).unwrap();
        let of =
            |file: &str| fs::read_to_string(group.folder().join(file)).unwrap();
        assert_eq!(of("memory.max"), "1073741824");
        assert_eq!(of("pids.max"), "1024");
        assert_eq!(group.crossed(), None);
        let say = |file: &str, text: &str| {
            fs::write(group.folder().join(file), text).unwrap();
        };
        say("pids.events", "max 3\n");
        assert_eq!(group.crossed(), Some(Limit::Threads(1024)));
        say("memory.events", "low 0\nmax 7\noom 1\noom_kill 1\n");
        assert_eq!(group.crossed(), Some(Limit::Memory(1 << 30)));
        drop(group);
        fs::remove_dir_all(above).unwrap();
    }
}
