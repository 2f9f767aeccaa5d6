//! The words for what a recording holds. Figures, steps and exports use the
//! same ones.

use crate::{End, ResourceKind, Run, WaitFor};

/// What a lane waits for: `waits for …`.
pub fn wait(on: WaitFor) -> &'static str {
    match on {
        WaitFor::Timer => "time",
        WaitFor::Permit => "a permit",
        WaitFor::Slot => "a free slot",
        WaitFor::Message => "a message",
        WaitFor::Lock => "the lock",
        WaitFor::Join => "a task to end",
        WaitFor::Notify => "a notification",
        WaitFor::Barrier => "the others",
        WaitFor::Answer => "an answer",
        WaitFor::Turn => "its next turn",
        WaitFor::Branches => "its branches",
        WaitFor::Other => "something",
    }
}

/// How a lane ended: `is …`.
pub fn end(how: End) -> &'static str {
    match how {
        End::Done => "done",
        End::Error => "done with an error",
        End::Panic => "ended by a panic",
        End::Aborted => "aborted",
        End::Dropped => "dropped before it was done",
        End::NeverPolled => "dropped, never polled",
    }
}

/// What one unit of a resource is called, and several.
pub fn unit(kind: ResourceKind) -> (&'static str, &'static str) {
    match kind {
        ResourceKind::Semaphore => ("permit", "permits"),
        ResourceKind::Channel => ("slot", "slots"),
        ResourceKind::Mutex | ResourceKind::RwLock => ("lock", "locks"),
        ResourceKind::Barrier => ("place", "places"),
        ResourceKind::Oneshot => ("answer", "answers"),
    }
}

/// The strip's label: `free permits`.
pub fn resource(run: &Run, id: u32) -> String {
    let Some(resource) = run.resources.get(id as usize) else {
        return String::new();
    };
    match resource.kind {
        ResourceKind::Semaphore => "free permits".to_owned(),
        ResourceKind::Channel => "free slots".to_owned(),
        ResourceKind::Mutex | ResourceKind::RwLock => "lock free".to_owned(),
        _ => unit(resource.kind).1.to_owned(),
    }
}

/// A time in microseconds: `150 ms`, `1.5 ms`.
pub fn time(us: u64) -> String {
    if us.is_multiple_of(1000) {
        format!("{} ms", us / 1000)
    } else {
        let text = format!("{:.3}", us as f64 / 1000.0);
        format!("{} ms", text.trim_end_matches('0'))
    }
}
