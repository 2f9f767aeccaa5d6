//! What parts two runs that do the same for the services: when they end,
//! tasks, printed lines, values, steps.

use super::{Side, at, both, ending, nth};
use crate::html;
use crate::steps::steps;
use crate::{EventKind, LaneKind};

pub fn first(expected: &Side<'_>, yours: &Side<'_>) -> Option<String> {
    let ends = (ending::end_of_main(expected), ending::end_of_main(yours));
    if ends.0 != ends.1 && !expected.visits.is_empty() {
        return Some(ending::sentence(expected, yours));
    }
    let found = [
        lists(
            (tasks(expected), tasks(yours)),
            |_| "task".to_owned(),
            "is spawned",
        ),
        lists(
            (printed(expected), printed(yours)),
            |text| format!("line “{text}”"),
            "is printed",
        ),
        lists(
            (sent(expected), sent(yours)),
            |value| format!("value `{value}`"),
            "is sent",
        ),
    ];
    // The earliest of them.
    let first = found.into_iter().flatten().min_by_key(|found| found.0);
    if let Some((_, text)) = first {
        return Some(text);
    }
    if ends.0 != ends.1 {
        return Some(ending::sentence(expected, yours));
    }
    let (above, below) = (steps(expected.run), steps(yours.run));
    let i = html::same_steps(&above, &below);
    let step = |steps: &[crate::steps::Step]| match steps.get(i) {
        Some(step) => {
            let text = html::without_lines(&step.text);
            format!("{}, {}", at(step.t), text.trim_end_matches('.'))
        }
        None => "the run is over".to_owned(),
    };
    let same = i == above.len() && i == below.len();
    (!same).then(|| both(&step(&above), &step(&below)))
}

type Item = (u64, String);

fn tasks(side: &Side<'_>) -> Vec<Item> {
    let spawned = side.run.events.iter().filter_map(|event| {
        let EventKind::Spawned { lane, .. } = event.kind else {
            return None;
        };
        let kind = side.run.lanes.get(lane as usize)?.kind;
        let task = matches!(kind, LaneKind::Task | LaneKind::Blocking);
        task.then(|| (event.t, String::new()))
    });
    spawned.collect()
}

fn printed(side: &Side<'_>) -> Vec<Item> {
    let lines = side
        .run
        .events
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::Out { text, .. } => {
                Some((event.t, text.trim().to_owned()))
            }
            _ => None,
        });
    lines.collect()
}

fn sent(side: &Side<'_>) -> Vec<Item> {
    let values = side
        .run
        .events
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::Sent { value, .. } => Some((event.t, value.clone())),
            _ => None,
        });
    values.collect()
}

/// The first place at which two lists part, and its time.
fn lists(
    (expected, yours): (Vec<Item>, Vec<Item>),
    called: impl Fn(&str) -> String,
    done: &str,
) -> Option<(u64, String)> {
    let same = expected.iter().zip(&yours).take_while(|(a, b)| a == b);
    let i = same.count();
    let (a, b) = (expected.get(i), yours.get(i));
    let say = |item: Option<&Item>, other: Option<&Item>| match item {
        Some((t, text)) => {
            format!("the {} {} {done} {}", nth(i + 1), called(text), at(*t))
        }
        None => {
            let what = other.map_or_else(String::new, |(_, text)| called(text));
            let what = what.split(' ').next().unwrap_or_default().to_owned();
            match i {
                0 => format!("no {what} {done}"),
                _ => format!("no {} {what} {done}", nth(i + 1)),
            }
        }
    };
    let t = match (a, b) {
        (None, None) => return None,
        (Some(a), Some(b)) => a.0.min(b.0),
        (Some(one), None) | (None, Some(one)) => one.0,
    };
    Some((t, both(&say(a, b), &say(b, a))))
}
