//! Notices a program that takes more than it may: memory, processes.

use std::time::Duration;

use drill::Mark;

use super::{Limits, Why};
use crate::run::group::Group;

/// How often is looked; a program can do little harm between two looks.
const PAUSE: Duration = Duration::from_millis(100);

/// Ends when the program has crossed a limit. Only Linux tells.
pub async fn overuse(group: &Group, limits: &Limits) -> Why {
    loop {
        tokio::time::sleep(PAUSE).await;
        let (leader, mark) = (group.leader(), group.mark().clone());
        // Reading about all processes takes a moment.
        let look =
            tokio::task::spawn_blocking(move || look(leader, &mark)).await;
        let Ok((memory, processes)) = look else {
            continue;
        };
        if memory > limits.memory {
            return Why::Memory;
        }
        if processes > limits.processes {
            return Why::Processes;
        }
    }
}

fn look(leader: u32, mark: &Mark) -> (u64, usize) {
    (resident(leader).unwrap_or(0), mark.count())
}

/// Bytes of memory that a process really uses.
#[cfg(target_os = "linux")]
fn resident(process: u32) -> Option<u64> {
    let path = format!("/proc/{process}/status");
    let text = std::fs::read_to_string(path).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes << 10)
}

#[cfg(not(target_os = "linux"))]
fn resident(_: u32) -> Option<u64> {
    None
}
