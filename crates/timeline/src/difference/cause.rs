//! Why a visit begins when it does: read from the events before it.

use super::Side;
use super::visits::Visit;
use crate::walk::{LaneState, Taken, Walk};
use crate::words::{self, time};
use crate::{By, End, EventKind, LaneKind, WaitFor};

/// Who is at work in a visit: its lane, or the lane that makes it.
fn actor(side: &Side<'_>, visit: &Visit<'_>) -> u32 {
    let lane = &side.run.lanes[visit.lane as usize];
    match lane.kind {
        LaneKind::Visit => lane.parent.unwrap_or(0),
        _ => visit.lane,
    }
}

/// The state of a run before an event.
fn before<'a>(side: &Side<'a>, at: usize) -> Walk<'a> {
    Walk::until(side.run, at)
}

/// The cause of a visit's begin, as the end of a sentence: `, when …`. Empty
/// where nothing is known, or nothing had to happen.
pub fn of(side: &Side<'_>, visit: &Visit<'_>) -> String {
    let lane = actor(side, visit);
    let begin = visit.begins;
    let now = side.t(begin);
    let walk = before(side, begin);
    let got = got(side, &walk.lanes[lane as usize]);
    if let Some((unit, Some(giver))) = got {
        return format!(", when `{giver}` has given a {unit} back");
    }
    // What was over just before, in the same lane.
    let before = side.visits.iter().filter(|other| {
        other.ends.is_some_and(|(end, _)| {
            end < begin && side.t(end) == now && actor(side, other) == lane
        })
    });
    let before = before.max_by_key(|other| other.ends.map(|end| end.0));
    if let Some(other) = before.filter(|_| now > 0) {
        return match other.name == visit.name {
            true => ", when the one before is over".to_owned(),
            false => format!(", when `{}` is over", other.name),
        };
    }
    if now == 0 {
        return String::new();
    }
    match got {
        Some((unit, _)) => format!(", with a {unit} that is free"),
        None => {
            let poll = walk.lanes[lane as usize].last_poll.unwrap_or(0);
            woken(side, (lane, visit.name), poll, now).unwrap_or_default()
        }
    }
}

/// A visit that begins at once, because what it needs is free.
pub fn free(side: &Side<'_>, visit: &Visit<'_>) -> String {
    let lane = actor(side, visit);
    let walk = before(side, visit.begins);
    let got = got(side, &walk.lanes[lane as usize]);
    got.map_or_else(String::new, |(unit, _)| {
        format!(", with a {unit} that is free")
    })
}

/// The permit or lock that a lane got in its last poll, and who gave it.
fn got<'a>(
    side: &'a Side<'_>,
    state: &LaneState,
) -> Option<(&'static str, Option<&'a str>)> {
    let not_a_slot = |taken: &&Taken| unit(side, taken.resource) != "slot";
    let taken = state.taken.iter().rev().find(not_a_slot)?;
    let giver = taken.from.map(|lane| side.name(lane));
    Some((unit(side, taken.resource), giver))
}

fn unit(side: &Side<'_>, resource: u32) -> &'static str {
    let resource = side.run.resources.get(resource as usize);
    resource.map_or("permit", |one| words::unit(one.kind).0)
}

/// Why a lane was polled at `poll`: who woke it, and what it waited for.
fn woken(
    side: &Side<'_>,
    (lane, name): (u32, &str),
    poll: usize,
    now: u64,
) -> Option<String> {
    let walk = before(side, poll);
    let state = &walk.lanes[lane as usize];
    if state.last_poll.is_none() {
        let born = state.born?;
        return match walk.kind(born) {
            EventKind::Spawned { by, .. } => {
                Some(format!(", when `{}` has spawned it", side.name(*by)))
            }
            EventKind::Created { by, .. } if side.t(born) == now => {
                Some(format!(", when `{}` gets to it", side.name(*by)))
            }
            _ => None,
        };
    }
    let by = walk.woken_by(lane);
    let wait = |at: &usize| match walk.kind(*at) {
        EventKind::Wait { on, of, until, .. } => {
            Some((*on, of.first().copied(), *until))
        }
        _ => None,
    };
    // The last of them first.
    let waits: Vec<_> = state.waits.iter().rev().filter_map(wait).collect();
    let due = |wait: &&(WaitFor, Option<u32>, Option<u64>)| {
        wait.2.is_some_and(|until| until <= now)
    };
    let timed = waits.iter().find(due);
    let (on, of, _) = match by {
        Some(By::Timer) => timed.or(waits.last())?,
        _ => waits.last()?,
    };
    let of = of.map(|of| side.name(of));
    let who = match by {
        Some(By::Lane(by)) if by != lane => Some(side.name(by)),
        _ => None,
    };
    Some(match (on, of, who) {
        (WaitFor::Timer, Some(visit), _) if visit != side.name(lane) => {
            format!(", when `{visit}` is over")
        }
        (WaitFor::Timer, ..) if side.name(lane) == name => {
            ", when its sleep is over".to_owned()
        }
        (WaitFor::Timer, ..) => {
            format!(", when the sleep of `{}` is over", side.name(lane))
        }
        (WaitFor::Deadline, ..) => ", when its deadline has come".to_owned(),
        (WaitFor::Tick, ..) => ", at its tick".to_owned(),
        (WaitFor::Join, Some(task), _) => format!(", when `{task}` has ended"),
        (WaitFor::Future | WaitFor::Branches, Some(one), _) => {
            format!(", when `{one}` is done")
        }
        (WaitFor::Message | WaitFor::Answer, _, Some(who)) => {
            format!(", when a message from `{who}` is there")
        }
        (WaitFor::Notify, _, Some(who)) => {
            format!(", when `{who}` has notified it")
        }
        (WaitFor::Token, _, Some(who)) => {
            format!(", when `{who}` has cancelled the token")
        }
        (WaitFor::Join | WaitFor::Tracker, _, Some(who)) => {
            format!(", when `{who}` has ended")
        }
        (_, _, Some(who)) => format!(", when `{who}` has woken it"),
        _ => return None,
    })
}

/// The unit of a semaphore or a lock that the lane holds when a visit begins.
pub fn holds(side: &Side<'_>, visit: &Visit<'_>) -> Option<&'static str> {
    let lane = actor(side, visit);
    let walk = before(side, visit.begins);
    let held = walk.lanes[lane as usize].holds.iter();
    let first = held.min_by_key(|hold| hold.resource)?;
    Some(unit(side, first.resource))
}

/// What the lane of a visit does at a time before it begins.
pub fn meanwhile(side: &Side<'_>, visit: &Visit<'_>, t: u64) -> String {
    let lane = actor(side, visit);
    let events = &side.run.events[..visit.begins];
    let until = events.iter().take_while(|event| event.t <= t).count();
    let walk = before(side, until);
    // The first of several names what it does.
    let Some(&wait) = walk.lanes[lane as usize].waits.first() else {
        return String::new();
    };
    let what = words::wait_at(side.run, wait, &side.names);
    let who = side.name(lane);
    // What it polls itself, the cause says.
    let said = matches!(
        walk.kind(wait),
        EventKind::Wait {
            on: WaitFor::Timer
                | WaitFor::Future
                | WaitFor::Branches
                | WaitFor::Deadline,
            ..
        }
    );
    if said {
        return String::new();
    }
    format!("; {} `{who}` waits for {what}", super::at(t))
}

/// Who waits for what when nothing goes on any more.
pub fn at_the_end(side: &Side<'_>) -> String {
    let walk = before(side, side.run.events.len());
    // What it polls itself, that says of itself.
    let outer = |at: &&usize| match walk.kind(**at) {
        EventKind::Wait { on, of, .. } => {
            *on != WaitFor::Branches
                && (*on != WaitFor::Future || of.is_empty())
        }
        _ => false,
    };
    let waiting = walk.lanes.iter().map(|state| match state.ended {
        Some(_) => None,
        None => state.waits.iter().find(outer).copied(),
    });
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (lane, wait) in (0..).zip(waiting) {
        let Some(wait) = wait else { continue };
        let what = words::wait_at(side.run, wait, &side.names);
        let EventKind::Wait { site, .. } = walk.kind(wait) else {
            continue;
        };
        let what = format!("{what}{}", side.line(*site));
        match groups.iter_mut().find(|group| group.0 == what) {
            Some((_, names)) => names.push(side.name(lane)),
            None => groups.push((what, vec![side.name(lane)])),
        }
    }
    if side.run.outcome != crate::Outcome::Deadlock || groups.is_empty() {
        return String::new();
    }
    let said: Vec<String> = groups
        .iter()
        .take(3)
        .map(|(what, names)| {
            let waits = if names.len() == 1 { "waits" } else { "wait" };
            format!("{} {waits} for {what}", words::list(names))
        })
        .collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let several = groups.len() > 1 || groups.iter().any(|g| g.1.len() > 1);
    let them = if several { "them" } else { "it" };
    format!(
        "; from {} on {}, and nobody is left to wake {them}",
        time(side.end()),
        words::list(&said)
    )
}

/// Why a visit was dropped.
pub fn of_drop(side: &Side<'_>, visit: &Visit<'_>) -> String {
    let Some((end, _)) = visit.ends else {
        return String::new();
    };
    let lane = actor(side, visit);
    let whole = side.name(0);
    let over = side.run.events[..end]
        .iter()
        .any(|event| matches!(event.kind, EventKind::End { lane: 0, .. }));
    if over && lane != 0 {
        return format!(": `{whole}` has returned without it");
    }
    let near = &side.run.events[..side.run.events.len().min(end + 3)];
    let how = near.iter().rev().find_map(|event| match &event.kind {
        EventKind::End {
            lane: l, how, site, ..
        } if *l == lane => Some((*how, *site)),
        _ => None,
    });
    match how {
        Some((End::Aborted, _)) => ": its task was aborted".to_owned(),
        Some((End::Dropped, site)) => {
            let line = side.line(site);
            match line.is_empty() {
                true => String::new(),
                false => format!(": its future is dropped{line}"),
            }
        }
        Some((End::Panic, _)) => ": its task has panicked".to_owned(),
        _ => String::new(),
    }
}
