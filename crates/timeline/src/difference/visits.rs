//! The visits of two runs, side by side.

use std::collections::BTreeMap;

use super::{Side, at, both, cause, nth, times};
use crate::{EventKind, Run};

/// One stay inside a service.
pub struct Visit<'a> {
    pub name: &'a str,
    /// Which one of this name, from 1.
    pub nth: usize,
    pub lane: u32,
    /// The event with which it begins.
    pub begins: usize,
    /// The event with which it ends, and whether it was dropped.
    pub ends: Option<(usize, bool)>,
}

/// The visits in the order in which they begin.
pub fn all(run: &Run) -> Vec<Visit<'_>> {
    let mut visits: Vec<Visit<'_>> = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    // The open visits of a lane and name, the oldest first.
    let mut open: BTreeMap<(u32, &str), Vec<usize>> = BTreeMap::new();
    for (i, event) in run.events.iter().enumerate() {
        match &event.kind {
            EventKind::Enter { lane, what, .. } => {
                let nth = counts.entry(what).or_default();
                *nth += 1;
                open.entry((*lane, what)).or_default().push(visits.len());
                visits.push(Visit {
                    name: what,
                    nth: *nth,
                    lane: *lane,
                    begins: i,
                    ends: None,
                });
            }
            EventKind::Leave {
                lane,
                what,
                dropped,
            } => {
                let stays = open.entry((*lane, what)).or_default();
                if !stays.is_empty() {
                    visits[stays.remove(0)].ends = Some((i, *dropped));
                }
            }
            _ => {}
        }
    }
    visits
}

/// Where the visits part first.
pub struct Parted {
    pub t: u64,
    pub text: String,
    /// Yours lacks something, and has nothing else in its place.
    pub only_missing: bool,
}

/// The end of a visit, as it is compared: the time, and whether dropped.
type Ended = Option<(u64, bool)>;

fn ended(side: &Side<'_>, visit: &Visit<'_>) -> Ended {
    visit.ends.map(|(at, dropped)| (side.t(at), dropped))
}

pub fn first(expected: &Side<'_>, yours: &Side<'_>) -> Option<Parted> {
    let index = |side: &Side<'_>| -> BTreeMap<(String, usize), usize> {
        let visits = side.visits.iter().enumerate();
        visits
            .map(|(i, visit)| ((visit.name.to_owned(), visit.nth), i))
            .collect()
    };
    let (of_expected, of_yours) = (index(expected), index(yours));
    // Time, begin before end, and the order in which they come.
    let mut found: Option<((u64, u8, usize), Parted)> = None;
    let mut offer = |rank: (u64, u8, usize), parted: Parted| {
        if found.as_ref().is_none_or(|best| rank < best.0) {
            found = Some((rank, parted));
        }
    };
    for (i, one) in expected.visits.iter().enumerate() {
        let key = (one.name.to_owned(), one.nth);
        let t = expected.t(one.begins);
        let Some(other) = of_yours.get(&key).map(|i| &yours.visits[*i]) else {
            let text = never(expected, yours, one);
            let only_missing = true;
            offer(
                (t, 0, i),
                Parted {
                    t,
                    text,
                    only_missing,
                },
            );
            continue;
        };
        let u = yours.t(other.begins);
        if t != u {
            let text = begins(expected, yours, one, other);
            let only_missing = u > t && t >= yours.end();
            let t = t.min(u);
            offer(
                (t, 0, i),
                Parted {
                    t,
                    text,
                    only_missing,
                },
            );
            continue;
        }
        let (a, b) = (ended(expected, one), ended(yours, other));
        if a != b {
            let text = ends(expected, yours, (one, a), (other, b));
            let t = [a, b].iter().flatten().map(|end| end.0).min();
            let t = t.unwrap_or(0);
            let only_missing = b.is_none();
            offer(
                (t, 1, i),
                Parted {
                    t,
                    text,
                    only_missing,
                },
            );
        }
    }
    for (i, other) in yours.visits.iter().enumerate() {
        let key = (other.name.to_owned(), other.nth);
        if !of_expected.contains_key(&key) {
            let t = yours.t(other.begins);
            let text = too_many(expected, yours, other);
            let only_missing = false;
            offer(
                (t, 0, i),
                Parted {
                    t,
                    text,
                    only_missing,
                },
            );
        }
    }
    found.map(|(_, parted)| parted)
}

/// The visit by name; where there are several, by number.
fn named(visit: &Visit<'_>, several: bool) -> String {
    match several || visit.nth > 1 {
        true => format!("`{}`, the {} time,", visit.name, nth(visit.nth)),
        false => format!("`{}`", visit.name),
    }
}

fn several(sides: [&Side<'_>; 2], name: &str) -> bool {
    sides.iter().any(|side| {
        side.visits
            .iter()
            .filter(|visit| visit.name == name)
            .count()
            > 1
    })
}

fn begins(
    expected: &Side<'_>,
    yours: &Side<'_>,
    one: &Visit<'_>,
    other: &Visit<'_>,
) -> String {
    let name = named(one, several([expected, yours], one.name));
    let (t, u) = (expected.t(one.begins), yours.t(other.begins));
    let why = cause::of(expected, one);
    let mut mine = cause::of(yours, other);
    // What it has in the one run and lacks in the other.
    if let Some(unit) = cause::holds(expected, one)
        && cause::holds(yours, other).is_none()
    {
        mine = format!("; no {unit} was held");
    }
    let before = match u > t {
        true => cause::meanwhile(yours, other, t),
        false => String::new(),
    };
    both(
        &format!("{name} begins {}{why}", at(t)),
        &format!("it begins {}{mine}{before}", at(u)),
    )
}

fn never(expected: &Side<'_>, yours: &Side<'_>, one: &Visit<'_>) -> String {
    let why = cause::of(expected, one);
    let t = at(expected.t(one.begins));
    let count = yours.visits.iter().filter(|v| v.name == one.name).count();
    let name = named(one, several([expected, yours], one.name));
    let mine = match count {
        0 => "it never begins".to_owned(),
        n => format!("`{}` begins {}", one.name, times(n)),
    };
    let end = cause::at_the_end(yours);
    both(&format!("{name} begins {t}{why}"), &format!("{mine}{end}"))
}

fn too_many(
    expected: &Side<'_>,
    yours: &Side<'_>,
    other: &Visit<'_>,
) -> String {
    let why = cause::of(yours, other);
    let t = at(yours.t(other.begins));
    let count = expected
        .visits
        .iter()
        .filter(|v| v.name == other.name)
        .count();
    let whole = match count {
        0 => format!("`{}` never begins", other.name),
        n => format!("`{}` begins {}", other.name, times(n)),
    };
    let again = match count {
        0 => format!("it begins {t}{why}"),
        _ => format!("it begins a {} time {t}{why}", nth(other.nth)),
    };
    both(&whole, &again)
}

fn ends(
    expected: &Side<'_>,
    yours: &Side<'_>,
    (one, a): (&Visit<'_>, Ended),
    (other, b): (&Visit<'_>, Ended),
) -> String {
    let name = named(one, several([expected, yours], one.name));
    let say =
        |side: &Side<'_>, visit: &Visit<'_>, end: Ended, who: &str| match end {
            Some((t, true)) => {
                let why = cause::of_drop(side, visit);
                format!("{who} is dropped {}, before it is done{why}", at(t))
            }
            Some((t, false)) => format!("{who} is done {}", at(t)),
            None => format!("{who} is still under way at the end"),
        };
    both(&say(expected, one, a, &name), &say(yours, other, b, "it"))
}
