//! Whether the paused clock has shown a program as it is, and what of it needs
//! the real one.

use std::collections::BTreeMap;

use timeline::{Need, NeedKind, Outcome, Run, Site};

use crate::Program;
use crate::frames::Symbols;
use crate::noted::Noted;
use crate::raw::{Spawn, WakerOp, What};

/// What of a program that ran on the paused clock needs the real one, and at
/// which lines.
pub(crate) fn find(
    program: &Program<'_>,
    noted: &Noted,
    outcome: Outcome,
) -> Vec<(NeedKind, u32)> {
    let mut found = BTreeMap::new();
    let mut symbols = Symbols::new(program.file);
    for raw in &noted.raw {
        let waits = matches!(
            raw.what,
            What::Waker {
                op: WakerOp::Clone,
                ..
            }
        );
        let blocks = matches!(
            raw.what,
            What::TaskSpan {
                kind: Spawn::Blocking,
                ..
            }
        );
        if !waits && !blocks {
            continue;
        }
        let stack = symbols.read(raw.stack.as_ref());
        let kind = match blocks {
            true => Some(stack.blocking_need()),
            false => stack.outside_need(),
        };
        if let Some(kind) = kind {
            found.entry(kind).or_insert(stack.line().unwrap_or(0));
        }
    }
    if noted.missed.thread || noted.missed.alive {
        found.entry(NeedKind::Thread).or_insert(0);
    }
    if noted.missed.held {
        found.entry(NeedKind::BlockingCall).or_insert(0);
    }
    if outcome == Outcome::Hung && program.workers.is_some() {
        found.entry(NeedKind::Workers).or_insert(0);
    }
    found.into_iter().collect()
}

/// Says why the run is on the real clock.
pub(crate) fn tell(run: &mut Run, needs: &[(NeedKind, u32)]) {
    for &(kind, line) in needs {
        let known = run.sites.iter().position(|site| site.line == line);
        let site = (line > 0).then(|| {
            let at = known.unwrap_or_else(|| {
                run.sites.push(Site { file: 0, line });
                run.sites.len() - 1
            });
            u32::try_from(at).unwrap_or(u32::MAX)
        });
        if !run.needs.iter().any(|need| need.kind == kind) {
            run.needs.push(Need { kind, site });
        }
    }
}
