//! The words for what a recording holds. Figures, steps and exports use the
//! same ones.

pub(crate) mod asyncio;
mod which;

pub use which::{Side, lock, of_channel, of_semaphore};

use crate::{Clock, End, EventKind, ResourceKind, Run, WaitFor};

/// What a lane waits for: `waits for …`.
pub fn wait(on: WaitFor) -> &'static str {
    match on {
        WaitFor::Timer => "time",
        WaitFor::Tick => "its next tick",
        WaitFor::Deadline => "its deadline",
        WaitFor::Permit => "a permit",
        WaitFor::Slot => "a slot",
        WaitFor::Message => "a message",
        WaitFor::Lock => "the lock",
        WaitFor::Join => "a task to end",
        WaitFor::Tracker => "the tracked tasks to end",
        WaitFor::Token => "the token",
        WaitFor::Change => "a new value",
        WaitFor::Value => "the value",
        WaitFor::Cell => "the cell",
        WaitFor::Closed => "the other side to close",
        WaitFor::Read => "data to read",
        WaitFor::Write => "room to write",
        WaitFor::Accept => "a connection",
        WaitFor::Connect => "the other side to accept",
        WaitFor::Signal => "a signal",
        WaitFor::Process => "a process to end",
        WaitFor::Notify => "a notification",
        WaitFor::Barrier => "the others",
        WaitFor::Answer => "an answer",
        WaitFor::Turn => "its next turn",
        WaitFor::Budget => "its next turn, its budget used up",
        WaitFor::Clock => "its next turn, the clock moved",
        WaitFor::Branches => "its branches",
        WaitFor::Future => "a future it awaits",
        WaitFor::Other => "something",
    }
}

/// What the wait that is told at event `at` is for, by name where it is known.
/// `names` are the lanes' names.
pub fn wait_at(run: &Run, at: usize, names: &[String]) -> String {
    let Some(EventKind::Wait {
        lane,
        on,
        of,
        n,
        resource,
        ..
    }) = run.events.get(at).map(|event| &event.kind)
    else {
        return String::new();
    };
    let named: Vec<&str> = of
        .iter()
        .filter_map(|lane| names.get(*lane as usize))
        .map(String::as_str)
        .collect();
    let kind = resource.and_then(|id| run.resources.get(id as usize));
    let rw = kind.is_some_and(|one| one.kind == ResourceKind::RwLock);
    match (on, &named[..]) {
        (WaitFor::Join, [task]) => format!("{task} to end"),
        (WaitFor::Join, [_, _, _, _, _, ..]) => {
            format!("{} tasks to end", named.len())
        }
        (WaitFor::Join, [_, ..]) => format!("{} to end", list(&named)),
        (WaitFor::Value, _) if !run.runtime.is_tokio() => {
            "the future's result".to_owned()
        }
        (WaitFor::Tracker, _) if !run.runtime.is_tokio() => {
            "each item of the queue to be done".to_owned()
        }
        (WaitFor::Timer, [_]) if of.first() == Some(lane) => {
            "the service".to_owned()
        }
        (WaitFor::Timer, [visit]) => (*visit).to_owned(),
        (WaitFor::Future, [_, _, _, _, ..]) => "its futures".to_owned(),
        (WaitFor::Future, [_, ..]) => list(&named),
        (WaitFor::Lock, _) => {
            let lock = resource.map(|id| lock(run, id));
            let lock = lock.unwrap_or_else(|| wait(*on).to_owned());
            match n {
                Some(_) if rw => format!("{lock} to write"),
                None if rw => format!("{lock} to read"),
                _ => lock,
            }
        }
        (WaitFor::Permit, _) => {
            let of = resource.map(|id| of_semaphore(run, id));
            let of = of.unwrap_or_default();
            match n {
                Some(n) => format!("{n} permits{of}"),
                None => format!("{}{of}", wait(*on)),
            }
        }
        (WaitFor::Slot | WaitFor::Message, _) => {
            let side = match on {
                WaitFor::Slot => Side::In,
                _ => Side::Out,
            };
            let of = resource.map(|id| of_channel(run, id, side));
            format!("{}{}", wait(*on), of.unwrap_or_default())
        }
        _ => wait(*on).to_owned(),
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
        End::LetGo => "let go, not dropped: it lives on",
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

/// A value in a channel, where its type cannot be shown, too.
pub fn item(value: &str) -> &str {
    if value.is_empty() { "an item" } else { value }
}

/// The strip's label: `free permits`.
pub fn resource(run: &Run, id: u32) -> String {
    let Some(resource) = run.resources.get(id as usize) else {
        return String::new();
    };
    match resource.kind {
        ResourceKind::Semaphore => {
            format!("free permits{}", of_semaphore(run, id))
        }
        ResourceKind::Channel => "free slots".to_owned(),
        ResourceKind::Mutex | ResourceKind::RwLock => "lock free".to_owned(),
        _ => unit(resource.kind).1.to_owned(),
    }
}

/// `Clock::Virtual` is Tokio's paused clock; the chapters call it so.
pub fn clock(clock: Clock) -> &'static str {
    match clock {
        Clock::Virtual => "paused",
        Clock::Real => "real",
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

/// Why a lane is polled whose wait is over.
pub fn over(on: WaitFor) -> &'static str {
    match on {
        WaitFor::Timer => "its sleep is over",
        WaitFor::Tick => "its tick is due",
        WaitFor::Deadline => "its deadline has come",
        WaitFor::Permit => "a permit is there for it",
        WaitFor::Slot => "a slot is there for it",
        WaitFor::Message => "the channel has news",
        WaitFor::Lock => "the lock is there for it",
        WaitFor::Join => "the task it waits for has ended",
        WaitFor::Tracker => "the tracker is closed and empty",
        WaitFor::Token => "the token is cancelled",
        WaitFor::Change => "the watch has news",
        WaitFor::Value => "the value is set",
        WaitFor::Cell => "the cell is filled, or free to be filled",
        WaitFor::Closed => "the other side has closed",
        WaitFor::Read => "there is data, or an end",
        WaitFor::Write => "there is room",
        WaitFor::Accept => "a connection is there",
        WaitFor::Connect => "the other side has answered",
        WaitFor::Signal => "a signal has come",
        WaitFor::Process => "the process has ended",
        WaitFor::Notify => "it was notified",
        WaitFor::Barrier => "all have arrived",
        WaitFor::Answer => "the sender has answered, or is gone",
        WaitFor::Turn | WaitFor::Budget | WaitFor::Clock => "its turn has come",
        WaitFor::Branches => "one of its branches was woken",
        WaitFor::Future => "the future it awaits was woken",
        WaitFor::Other => "what it waited for may be there",
    }
}

/// Names in a sentence: `a, b and c`; numbered ones in short:
/// `download 1 to 6`.
pub fn list(names: &[&str]) -> String {
    let numbered = |name: &str| {
        let (word, n) = name.rsplit_once(' ')?;
        Some((word.to_owned(), n.parse::<u64>().ok()?))
    };
    if let (Some((word, first)), true) =
        (names.first().copied().and_then(numbered), names.len() > 2)
    {
        let in_a_row = names.iter().zip(0..).all(|(name, i)| {
            numbered(name) == first.checked_add(i).map(|n| (word.clone(), n))
        });
        if in_a_row {
            let last = first + names.len() as u64 - 1;
            return format!("{word} {first} to {last}");
        }
    }
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// What a waiting lane does, as a bar's label.
pub fn doing(on: WaitFor) -> String {
    match on {
        WaitFor::Timer => "sleeps".to_owned(),
        on => format!("waits for {}", wait(on)),
    }
}

/// The shortest label of a wait.
pub fn short(on: WaitFor) -> &'static str {
    match on {
        WaitFor::Timer => "sleeps",
        WaitFor::Tick => "tick",
        WaitFor::Token => "token",
        WaitFor::Notify => "notify",
        WaitFor::Barrier => "barrier",
        WaitFor::Answer => "answer",
        WaitFor::Read => "data",
        WaitFor::Change | WaitFor::Value => "value",
        WaitFor::Branches => "branches",
        WaitFor::Permit => "permit",
        WaitFor::Slot => "slot",
        WaitFor::Message => "message",
        WaitFor::Lock => "lock",
        WaitFor::Join | WaitFor::Tracker => "task",
        _ => "waits",
    }
}

/// The bar of a wait: for time, for something scarce, or quiet.
pub fn wait_class(on: WaitFor) -> &'static str {
    match on {
        WaitFor::Timer | WaitFor::Tick | WaitFor::Deadline => "tl-timer",
        WaitFor::Permit | WaitFor::Slot | WaitFor::Lock => "tl-scarce",
        WaitFor::Message
        | WaitFor::Notify
        | WaitFor::Barrier
        | WaitFor::Answer
        | WaitFor::Token
        | WaitFor::Change
        | WaitFor::Value
        | WaitFor::Cell
        | WaitFor::Closed
        | WaitFor::Read
        | WaitFor::Write
        | WaitFor::Accept
        | WaitFor::Connect
        | WaitFor::Signal
        | WaitFor::Process
        | WaitFor::Turn
        | WaitFor::Budget
        | WaitFor::Clock
        | WaitFor::Other => "tl-event",
        WaitFor::Tracker
        | WaitFor::Join
        | WaitFor::Branches
        | WaitFor::Future => "tl-quiet",
    }
}
