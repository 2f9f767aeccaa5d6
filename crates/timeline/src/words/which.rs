//! Which one, where a run has several locks, semaphores or channels: by the
//! variable, or by a number.

use crate::{ResourceKind, Run};

/// The end of a channel.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Where values go in.
    In,
    /// Where they come out.
    Out,
}

/// `the lock`; where a run has several of them, `lock accounts` or `lock 2`.
pub fn lock(run: &Run, id: u32) -> String {
    let lock = |kind: ResourceKind| super::unit(kind).0 == "lock";
    match which(run, id, lock, |name| name.to_owned()) {
        Some(which) => format!("lock {which}"),
        None => "the lock".to_owned(),
    }
}

/// ` of gate`, where a run has several semaphores.
pub fn of_semaphore(run: &Run, id: u32) -> String {
    let semaphore = |kind| kind == ResourceKind::Semaphore;
    match which(run, id, semaphore, |name| name.to_owned()) {
        Some(which) if is_number(&which) => format!(" of semaphore {which}"),
        Some(which) => format!(" of {which}"),
        None => String::new(),
    }
}

/// ` in orders` and ` from kitchen`, where a run has several channels.
pub fn of_channel(run: &Run, id: u32, side: Side) -> String {
    let channel = |kind| kind == ResourceKind::Channel;
    let end = |name: &str| match (side, name.split_once(", ")) {
        (Side::In, Some((sender, _))) => sender.to_owned(),
        (Side::Out, Some((_, receiver))) => receiver.to_owned(),
        (_, None) => name.to_owned(),
    };
    let word = match side {
        Side::In => "in",
        Side::Out => "from",
    };
    match which(run, id, channel, end) {
        Some(which) if is_number(&which) => format!(" {word} channel {which}"),
        Some(which) => format!(" {word} {which}"),
        None => String::new(),
    }
}

fn is_number(which: &str) -> bool {
    which.starts_with(|c: char| c.is_ascii_digit())
}

/// What tells one of several from the others; nothing where there is but one.
fn which(
    run: &Run,
    id: u32,
    kind: impl Fn(ResourceKind) -> bool,
    part: impl Fn(&str) -> String,
) -> Option<String> {
    // What has no capacity is inside of something else.
    let all: Vec<(u32, Option<String>)> = (0..)
        .zip(&run.resources)
        .filter(|(_, one)| kind(one.kind) && one.capacity.is_some())
        .map(|(id, one)| (id, one.name.as_deref().map(variable)))
        .map(|(id, name)| (id, name.map(|name| part(&name))))
        .collect();
    let place = all.iter().position(|one| one.0 == id)?;
    if all.len() < 2 {
        return None;
    }
    let unique = all.iter().enumerate().all(|(i, (_, name))| {
        let same = |one: &(u32, Option<String>)| one.1 == *name;
        name.is_some() && all[..i].iter().all(|one| !same(one))
    });
    match (&all[place].1, unique) {
        (Some(name), true) => Some(name.clone()),
        _ => Some((place + 1).to_string()),
    }
}

/// A pattern as a reader says it: `(tx, mut rx)` is `tx, rx`.
fn variable(pattern: &str) -> String {
    let inner = pattern.trim_matches(['(', ')']);
    let names = inner
        .split(", ")
        .map(|name| name.trim_start_matches("mut "));
    names.collect::<Vec<_>>().join(", ")
}
