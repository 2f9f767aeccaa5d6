//! What the system offers to bound a process: its group, its memory.
//!
//! The program must have been started as the leader of a group of its own
//! (`process_group(0)`), here and in `book`, which runs examples.

mod headcount;
mod mark;

pub use headcount::Headcount;
pub use mark::Mark;

/// Kills the process `leader` and everything that it started.
#[cfg(unix)]
pub fn kill(leader: u32) {
    signal(leader, rustix::process::Signal::KILL);
}

/// Has a group stand still.
#[cfg(unix)]
fn stop(leader: u32) {
    signal(leader, rustix::process::Signal::STOP);
}

/// Has a group go on that stands still.
#[cfg(unix)]
fn resume(leader: u32) {
    signal(leader, rustix::process::Signal::CONT);
}

#[cfg(unix)]
fn signal(leader: u32, signal: rustix::process::Signal) {
    use rustix::process::{Pid, kill_process_group};
    if let Some(group) = pid(leader).filter(|pid| *pid != Pid::INIT) {
        let _ = kill_process_group(group, signal);
    }
}

/// There are no process groups; `/T` ends the tree.
#[cfg(not(unix))]
pub fn kill(leader: u32) {
    let _ = std::process::Command::new("taskkill")
        .args(["/F", "/T", "/PID", &leader.to_string()])
        .output();
}

#[cfg(not(unix))]
fn stop(_: u32) {}

#[cfg(not(unix))]
fn resume(_: u32) {}

/// Bounds the address space of a process. A limit that cannot be set leaves
/// the limit of time.
#[cfg(target_os = "linux")]
pub fn limit_memory(process: u32, bytes: u64) {
    use rustix::process::{Resource, Rlimit, prlimit};
    let limit = Rlimit {
        current: Some(bytes),
        maximum: Some(bytes),
    };
    if let Some(pid) = pid(process) {
        let _ = prlimit(Some(pid), Resource::As, limit);
    }
}

#[cfg(not(target_os = "linux"))]
pub fn limit_memory(_: u32, _: u64) {}

#[cfg(unix)]
fn pid(number: u32) -> Option<rustix::process::Pid> {
    rustix::process::Pid::from_raw(i32::try_from(number).ok()?)
}
