//! The legend: only what occurs.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::{Model, State};
use crate::{By, End, Run, WaitFor, words};

/// The legend of some runs, as a list.
pub fn legend<'a>(runs: impl Iterator<Item = (&'a Run, &'a Model)>) -> String {
    let mut entries: BTreeSet<(u8, &'static str, String)> = BTreeSet::new();
    for (_, model) in runs {
        if !model.polls.is_empty() {
            entries.insert((0, "tl-key-poll", "polled".to_owned()));
        }
        for segment in &model.segments {
            let entry = match segment.state {
                State::Created => {
                    (1, "tl-created", "exists, not polled".to_owned())
                }
                State::Ready => continue,
                State::Waiting { on, .. } => waiting(on),
            };
            entries.insert(entry);
        }
        if model
            .wakes
            .iter()
            .any(|wake| matches!(wake.by, By::Lane(_)))
        {
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
                End::NeverPolled => "tl-never",
            };
            entries.insert((7, class, words::end(*how).to_owned()));
        }
    }
    let mut html = "<ul class=\"tl-legend\">".to_owned();
    for (_, class, words) in entries {
        let _ = write!(
            html,
            "<li><span class=\"tl-key {class}\" aria-hidden=\"true\">\
             </span>{words}</li>"
        );
    }
    html + "</ul>"
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
