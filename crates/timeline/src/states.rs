//! What each row of a figure does at a step, in a word: the column beside the
//! names.

use std::collections::BTreeMap;

use crate::bars::waits;
use crate::model::Model;
use crate::steps::Step;
use crate::walk::Phase;
use crate::{End, Run, rows};

/// A word, and the class that colors it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub class: &'static str,
}

/// For each row, from which step on it is in which state.
pub type States = Vec<Vec<(usize, Word)>>;

fn word(text: &str, class: &'static str) -> Word {
    Word {
        text: text.to_owned(),
        class,
    }
}

/// `rows` are the lanes that lead the rows that are drawn.
pub fn states(
    run: &Run,
    model: &Model,
    steps: &[Step],
    rows: &[(u32, usize)],
) -> States {
    let row_of = rows::row_of(run);
    let place = |lane: u32| {
        let leads = *row_of.get(lane as usize)?;
        rows.iter().position(|(row, _)| *row == leads)
    };
    // By event; what ends there comes before what begins.
    let mut changes: BTreeMap<(usize, u8), Vec<(u32, Word)>> = BTreeMap::new();
    let mut add = |at, order, lane, word| {
        let of = changes.entry((at, order)).or_default();
        of.push((lane, word));
    };
    for segment in &model.segments {
        add(segment.from, 1, segment.lane, state(segment.phase));
    }
    for &(lane, at) in &model.polls {
        add(at, 1, lane, word("runs", "tl-runs"));
    }
    for &(lane, at, how) in &model.ends {
        add(at, 0, lane, ended(how));
    }
    let mut states: States = rows.iter().map(|_| Vec::new()).collect();
    let mut step = 0;
    for ((at, _), changed) in changes {
        while steps.get(step).is_some_and(|step| step.to <= at) {
            step += 1;
        }
        for (lane, word) in changed {
            let Some(row) = place(lane) else { continue };
            let before = &mut states[row];
            before.pop_if(|(from, _)| *from == step);
            if before.last().is_none_or(|(_, last)| *last != word) {
                before.push((step, word));
            }
        }
    }
    states
}

fn state(phase: Phase) -> Word {
    match phase {
        Phase::Created => word("not polled", "tl-gone"),
        Phase::Ready => word("ready", "tl-runs"),
        Phase::Inside => word("under way", "tl-time"),
        Phase::Waiting { on, .. } => {
            let class = match crate::words::wait_class(on) {
                "tl-timer" => "tl-time",
                "tl-scarce" => "tl-short",
                _ => "tl-waits",
            };
            word(&waits(on), class)
        }
    }
}

fn ended(how: End) -> Word {
    match how {
        End::Done => word("done", "tl-done"),
        End::Error => word("error", "tl-error"),
        End::Panic => word("panic", "tl-panic"),
        End::Aborted => word("aborted", "tl-gone"),
        End::Dropped => word("dropped", "tl-gone"),
        End::LetGo => word("let go", "tl-gone"),
        End::NeverPolled => word("never polled", "tl-gone"),
    }
}
