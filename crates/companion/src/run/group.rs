//! A child process that dies with everything it started.

use std::collections::BTreeSet;
use std::io;
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};

use drill::group;
use tokio::process::{Child, Command};

/// How much address space an example may take. Threads reserve far more than
/// they use, so this is generous; it stops a program that eats memory without
/// bound before the machine starts to swap. Only Linux can be told.
pub const MEMORY: u64 = 4 << 30;

/// The process groups that are alive, so that the end of the server is the
/// end of all of them.
#[derive(Clone, Debug, Default)]
pub struct Groups(Arc<Mutex<Alive>>);

#[derive(Debug, Default)]
struct Alive {
    leaders: BTreeSet<u32>,
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
        command
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
        alive.leaders.insert(leader);
        if let Some(bytes) = memory {
            group::limit_memory(leader, bytes);
        }
        Ok((
            child,
            Group {
                leader,
                groups: self.clone(),
            },
        ))
    }

    /// Kills every group; none is started from now on.
    pub fn close(&self) {
        let mut alive = self.lock();
        alive.closed = true;
        for &leader in &alive.leaders {
            group::kill(leader);
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
    groups: Groups,
}

impl Group {
    pub fn kill(&self) {
        group::kill(self.leader);
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Also after the leader has ended: a process that it left behind
        // keeps the group's number from being used again.
        self.kill();
        self.groups.lock().leaders.remove(&self.leader);
    }
}
