//! Notices a program that takes more than it may: memory, processes.

use checker::group::Headcount;

use super::{Limits, Why};
use crate::run::group::Group;

/// Ends when the program has crossed a limit. Only Linux tells.
pub async fn overuse(group: &Group, limits: &Limits) -> Why {
    let leader = group.leader();
    let mut headcount =
        Headcount::new(leader, group.mark().clone(), limits.processes);
    loop {
        tokio::time::sleep(Headcount::PAUSE).await;
        // Counting the processes takes a moment.
        let look = tokio::task::spawn_blocking(move || {
            let exceeded = headcount.is_exceeded();
            (headcount, exceeded, resident(leader))
        });
        let Ok((counted, exceeded, memory)) = look.await else {
            return Why::Stopped;
        };
        headcount = counted;
        if memory.is_some_and(|bytes| bytes > limits.memory) {
            return Why::Memory;
        }
        if exceeded {
            return Why::Processes;
        }
    }
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
