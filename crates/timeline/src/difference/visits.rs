//! The visits of two runs, side by side.

use std::collections::BTreeMap;

use super::{Side, at, both, cause, ending, nth, times};
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

/// How two runs part at a visit.
enum How<'a> {
    Never(&'a Visit<'a>),
    Begins(&'a Visit<'a>, &'a Visit<'a>),
    Ends(&'a Visit<'a>, &'a Visit<'a>),
    TooMany(&'a Visit<'a>),
}

pub fn first(expected: &Side<'_>, yours: &Side<'_>) -> Option<Parted> {
    type Index<'a> = BTreeMap<(&'a str, usize), &'a Visit<'a>>;
    fn index<'a>(side: &'a Side<'_>) -> Index<'a> {
        let visits = side.visits.iter();
        visits
            .map(|visit| ((visit.name, visit.nth), visit))
            .collect()
    }
    let (of_expected, of_yours) = (index(expected), index(yours));
    // Time, begin before end, and the order in which they come.
    let mut found: Option<((u64, u8), bool, How<'_>)> = None;
    let mut offer = |rank: (u64, u8), missing: bool, how| {
        if found.as_ref().is_none_or(|best| rank < best.0) {
            found = Some((rank, missing, how));
        }
    };
    for one in &expected.visits {
        let t = expected.t(one.begins);
        let Some(other) = of_yours.get(&(one.name, one.nth)) else {
            offer((t, 0), true, How::Never(one));
            continue;
        };
        let u = yours.t(other.begins);
        let (a, b) = (ended(expected, one), ended(yours, other));
        if t != u {
            let missing = u > t && t >= yours.end();
            offer((t.min(u), 0), missing, How::Begins(one, other));
        } else if a != b {
            let t = [a, b].iter().flatten().map(|end| end.0).min();
            let how = How::Ends(one, other);
            offer((t.unwrap_or(0), 1), b.is_none(), how);
        }
    }
    for other in &yours.visits {
        if !of_expected.contains_key(&(other.name, other.nth)) {
            let t = yours.t(other.begins);
            offer((t, 0), false, How::TooMany(other));
        }
    }
    let ((t, _), only_missing, how) = found?;
    let text = match how {
        How::Never(one) => never(expected, yours, one),
        How::Begins(one, other) => begins(expected, yours, one, other),
        How::Ends(one, other) => {
            let (a, b) = (ended(expected, one), ended(yours, other));
            ends(expected, yours, (one, a), (other, b))
        }
        How::TooMany(other) => too_many(expected, yours, other),
    };
    Some(Parted {
        t,
        text,
        only_missing,
    })
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
    if mine.is_empty() {
        mine = cause::free(yours, other);
    }
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
        0 => match (yours.is_ok(), ending::end_of_main(yours)) {
            (true, Some(t)) => format!(
                "it has not begun when {} ends, {}",
                yours.whole(),
                at(t)
            ),
            _ => "it never begins".to_owned(),
        },
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
