//! The signature of a run: equal where two programs do the same, however they
//! are written.

use std::collections::BTreeMap;

use crate::{EventKind, LaneKind, ResourceKind, Run, WaitFor};

/// Sixteen hexadecimal digits: how the run ended, who was inside the services
/// when, how many tasks there were, and what was shared how often. Names of
/// lanes and variables, lines, and futures that are no tasks do not count.
pub fn of(run: &Run) -> String {
    let mut text = format!("{:?};{}", run.outcome, run.end);
    let mut tasks = 0;
    let mut takes: BTreeMap<(ResourceKindName, u32), (u32, u32)> =
        BTreeMap::new();
    let mut visits: Vec<(u64, String)> = Vec::new();
    let mut waits: BTreeMap<String, ()> = BTreeMap::new();
    let task = |lane: u32| {
        let lane = run.lanes.get(lane as usize);
        lane.is_some_and(|lane| lane.kind == LaneKind::Task)
    };
    let resource = |id: u32| {
        let one = run.resources.get(id as usize)?;
        Some((name(one.kind), one.capacity.unwrap_or(0)))
    };
    for event in &run.events {
        let t = event.t;
        match &event.kind {
            EventKind::Spawned { lane, .. } if task(*lane) => tasks += 1,
            EventKind::Enter { what, .. } => {
                visits.push((t, format!("+{what}")))
            }
            EventKind::Leave { what, dropped, .. } => {
                let how = if *dropped { "!" } else { "-" };
                visits.push((t, format!("{how}{what}")));
            }
            EventKind::Acquired {
                resource: id, n, ..
            } => {
                if let Some(key) = resource(*id) {
                    let take = takes.entry(key).or_default();
                    take.0 = take.0.saturating_add(*n);
                }
            }
            EventKind::Released {
                resource: id, n, ..
            } => {
                if let Some(key) = resource(*id) {
                    let take = takes.entry(key).or_default();
                    take.1 = take.1.saturating_add(*n);
                }
            }
            EventKind::Wait { on, .. } if !inner(*on) => {
                waits.insert(format!("{on:?}"), ());
            }
            _ => {}
        }
    }
    // What happens at one time in which order hangs on how it is written.
    visits.sort();
    for (t, visit) in visits {
        text.push_str(&format!(";{t}{visit}"));
    }
    text.push_str(&format!(";tasks {tasks}"));
    for ((kind, capacity), (taken, given)) in takes {
        text.push_str(&format!(";{kind} {capacity} {taken} {given}"));
    }
    for (wait, ()) in waits {
        text.push_str(&format!(";{wait}"));
    }
    format!("{:016x}", fnv(text.as_bytes()))
}

type ResourceKindName = &'static str;

fn name(kind: ResourceKind) -> ResourceKindName {
    match kind {
        ResourceKind::Semaphore => "semaphore",
        ResourceKind::Channel => "channel",
        ResourceKind::Mutex => "mutex",
        ResourceKind::RwLock => "rwlock",
        ResourceKind::Barrier => "barrier",
        ResourceKind::Oneshot => "oneshot",
    }
}

/// Waits for what a lane polls itself: these hang on what the recorder tells
/// apart.
fn inner(on: WaitFor) -> bool {
    matches!(
        on,
        WaitFor::Branches | WaitFor::Future | WaitFor::Other | WaitFor::Turn
    )
}

/// FNV-1a: short, and the same everywhere.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
