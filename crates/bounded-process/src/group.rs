//! Process groups. A program is the leader of a group of its own, which is
//! signaled as a whole.

/// Kills the process `leader` and everything that is still in its group.
#[cfg(unix)]
pub fn kill(leader: u32) {
    signal(leader, rustix::process::Signal::KILL);
}

/// Has a group stand still.
#[cfg(unix)]
pub fn suspend(leader: u32) {
    signal(leader, rustix::process::Signal::STOP);
}

/// Has a group go on that stands still.
#[cfg(unix)]
pub fn resume(leader: u32) {
    signal(leader, rustix::process::Signal::CONT);
}

#[cfg(unix)]
fn signal(leader: u32, signal: rustix::process::Signal) {
    use rustix::process::{Pid, kill_process_group};
    let pid = i32::try_from(leader).ok().and_then(Pid::from_raw);
    if let Some(group) = pid.filter(|pid| *pid != Pid::INIT) {
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
pub fn suspend(_: u32) {}

#[cfg(not(unix))]
pub fn resume(_: u32) {}
