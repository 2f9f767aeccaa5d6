//! A child process that dies with everything it started.
//!
//! It leads a process group of its own, which is killed as a whole. What has
//! left the group is found by a mark in its environment, see `checker::Mark`.

use std::collections::BTreeMap;
use std::io;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use checker::{Mark, group};
use tokio::process::{Child, Command};

/// How much address space an example may take. Threads reserve far more than
/// they use, so this is generous; it stops a program that eats memory without
/// bound before the machine starts to swap. Only Linux can be told.
pub const MEMORY: u64 = 4 << 30;

/// How large a file may become that an example writes.
pub const FILE: u64 = 64 << 20;

/// The process groups that are alive, so that the end of the server is the
/// end of all of them.
#[derive(Clone, Debug, Default)]
pub struct Groups(Arc<Mutex<Alive>>);

#[derive(Debug, Default)]
struct Alive {
    leaders: BTreeMap<u32, Mark>,
    /// Set at the end: whatever is started from now on dies at once.
    closed: bool,
}

impl Groups {
    /// Starts `command` as the leader of a process group of its own, without
    /// input, with both outputs piped.
    pub fn spawn(
        &self,
        mut command: Command,
        memory: Option<u64>,
    ) -> io::Result<(Child, Group)> {
        let mark = Mark::new();
        command
            .env(Mark::NAME, mark.value())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        #[cfg(unix)]
        command.process_group(0);
        // Held over the start, so that `close` sees every group or none.
        let mut alive = self.lock();
        if alive.closed {
            return Err(io::Error::other("the server is ending"));
        }
        let child = command.spawn()?;
        let leader = child
            .id()
            .ok_or_else(|| io::Error::other("the process has ended already"))?;
        alive.leaders.insert(leader, mark.clone());
        if let Some(bytes) = memory {
            group::limit_memory(leader, bytes);
            limit_files(leader);
        }
        Ok((
            child,
            Group {
                leader,
                mark,
                ended: AtomicBool::new(false),
                groups: self.clone(),
            },
        ))
    }

    /// The same for what nobody waits for: whatever else is to do comes first.
    pub fn spawn_gently(&self, command: Command) -> io::Result<(Child, Group)> {
        let (child, group) = self.spawn(command, None)?;
        be_nice(group.leader);
        Ok((child, group))
    }

    /// Kills every group; none is started from now on.
    pub fn close(&self) {
        let mut alive = self.lock();
        alive.closed = true;
        for &leader in alive.leaders.keys() {
            group::kill(leader);
        }
        for mark in alive.leaders.values() {
            mark.kill();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Alive> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One process group; dropping it kills what is left of it.
#[derive(Debug)]
pub struct Group {
    leader: u32,
    mark: Mark,
    /// Nothing was left of it.
    ended: AtomicBool,
    groups: Groups,
}

impl Group {
    pub fn leader(&self) -> u32 {
        self.leader
    }

    pub fn mark(&self) -> &Mark {
        &self.mark
    }

    pub fn kill(&self) {
        group::kill(self.leader);
    }

    /// Kills also what has left the group; then nothing is left.
    pub async fn end(&self) {
        self.kill();
        let mark = self.mark.clone();
        // Looking through all processes takes a moment.
        let done = tokio::task::spawn_blocking(move || mark.kill()).await;
        self.ended.store(done.is_ok(), Ordering::Relaxed);
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Also after the leader has ended: a process that it left behind
        // keeps the group's number from being used again.
        self.kill();
        self.groups.lock().leaders.remove(&self.leader);
        if !self.ended.load(Ordering::Relaxed) {
            let mark = self.mark.clone();
            // Not here, where it would hold up the server. A system without
            // room for a thread has ended what it could.
            let _ = std::thread::Builder::new().spawn(move || mark.kill());
        }
    }
}

#[cfg(target_os = "linux")]
fn limit_files(process: u32) {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let limit = Rlimit {
        current: Some(FILE),
        maximum: Some(FILE),
    };
    let pid = i32::try_from(process).ok().and_then(Pid::from_raw);
    // A limit that cannot be set leaves the limit of time.
    let _ = pid.map(|pid| prlimit(Some(pid), Resource::Fsize, limit));
}

#[cfg(not(target_os = "linux"))]
fn limit_files(_: u32) {}

#[cfg(unix)]
fn be_nice(process: u32) {
    use rustix::process::{Pid, setpriority_process};
    let pid = i32::try_from(process).ok().and_then(Pid::from_raw);
    let _ = setpriority_process(pid, 10);
}

#[cfg(not(unix))]
fn be_nice(_: u32) {}
