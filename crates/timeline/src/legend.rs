//! The legend: only what occurs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::model::{Model, Wake};
use crate::walk::Phase;
use crate::{By, End, Run, WaitFor, words};

/// Where an entry stands in the list, its class, its words.
type Entry = (u8, &'static str, String);

/// The legend of some runs, as a list: what occurs in a run that is shown,
/// and, hidden, what occurs in the others. Each entry names its runs.
pub fn legend<'a>(
    runs: impl Iterator<Item = (&'a Run, &'a Model)>,
    shown: impl Fn(usize) -> bool,
) -> String {
    let mut all: BTreeMap<Entry, Vec<usize>> = BTreeMap::new();
    for (i, (_, model)) in runs.enumerate() {
        for entry in entries(model) {
            all.entry(entry).or_default().push(i);
        }
    }
    let mut html = "<ul class=\"tl-legend\">".to_owned();
    for ((_, class, words), runs) in all {
        let hidden = if runs.iter().any(|run| shown(*run)) {
            ""
        } else {
            " hidden"
        };
        let runs: Vec<String> = runs.iter().map(usize::to_string).collect();
        let _ = write!(
            html,
            "<li data-runs=\"{}\"{hidden}><span class=\"tl-key {class}\" \
             aria-hidden=\"true\"></span>{words}</li>",
            runs.join(" ")
        );
    }
    html + "</ul>"
}

fn entries(model: &Model) -> BTreeSet<Entry> {
    let mut entries: BTreeSet<Entry> = BTreeSet::new();
    if !model.polls.is_empty() {
        entries.insert((0, "tl-key-poll", "polled".to_owned()));
    }
    for segment in &model.segments {
        let entry = match segment.phase {
            Phase::Created => {
                (1, "tl-created", "exists, not polled".to_owned())
            }
            Phase::Ready => continue,
            Phase::Inside => (2, "tl-timer", "is under way".to_owned()),
            Phase::Waiting { on, .. } => waiting(on),
        };
        entries.insert(entry);
    }
    let by_lane = |wake: &Wake| matches!(wake.by, By::Lane(_));
    if model.wakes.iter().any(by_lane) {
        entries.insert((5, "tl-key-wake", "wakes".to_owned()));
    }
    if !model.outs.is_empty() {
        entries.insert((6, "tl-key-out", "prints".to_owned()));
    }
    for (.., how) in &model.ends {
        let class = match how {
            End::Done => "tl-done",
            End::Error => "tl-error",
            End::Panic => "tl-panic",
            End::Aborted => "tl-aborted",
            End::Dropped => "tl-dropped",
            End::LetGo => "tl-letgo",
            End::NeverPolled => "tl-never",
        };
        entries.insert((7, class, words::end(*how).to_owned()));
    }
    entries
}

fn waiting(on: WaitFor) -> (u8, &'static str, String) {
    let class = words::wait_class(on);
    let order = match class {
        "tl-timer" => 2,
        "tl-scarce" => 3,
        _ => 4,
    };
    // Sleeping is waiting for time, whatever else the bar says.
    let words = match on {
        WaitFor::Timer => "sleeps: waits for time".to_owned(),
        on => words::doing(on),
    };
    (order, class, words)
}
