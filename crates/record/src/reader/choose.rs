//! Which probes a program can bear: one that does not compile costs only
//! itself.

use std::ops::Range;

use crate::instrument::{Choice, Copy, Placed, Probing};

use super::compile::Message;

/// Takes away what these errors speak of. False: nothing is left to be taken.
pub fn lower(
    choice: &mut Choice,
    copy: &Copy,
    file: &str,
    errors: &[Message],
) -> bool {
    let mut lowered = false;
    for error in errors {
        for probe in blamed(copy, file, error) {
            let less = match probe.probing {
                Probing::Full => probe.less,
                Probing::Silent | Probing::Bare => Probing::Bare,
            };
            choice.but.insert(probe.number, less);
            lowered = true;
        }
    }
    lowered
}

/// The probes of which an error may speak.
fn blamed<'a>(copy: &'a Copy, file: &str, error: &Message) -> Vec<&'a Placed> {
    let (main, besides) = error.places(file);
    let live = || {
        let live = copy.probes.iter();
        live.filter(|probe| probe.probing != Probing::Bare)
    };
    let touched = |places: &[Range<usize>]| -> Vec<&'a Placed> {
        let touches = |probe: &&Placed| {
            let mut own = probe.own.iter();
            own.any(|own| places.iter().any(|place| meet(own, place)))
        };
        live().filter(touches).collect()
    };
    let inner = || -> Vec<&'a Placed> {
        let around = live().filter(|probe| {
            main.iter().any(|place| meet(&probe.around, place))
        });
        around
            .min_by_key(|probe| probe.around.len())
            .into_iter()
            .collect()
    };
    // What the error mainly points to may be a whole statement.
    let narrow: Vec<Range<usize>> = main
        .iter()
        .filter(|place| !copy.text[(*place).clone()].contains('\n'))
        .cloned()
        .collect();
    [touched(&narrow), touched(&besides), touched(&main), inner()]
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

fn meet(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
        || a.is_empty() && b.contains(&a.start)
        || b.is_empty() && a.contains(&b.start)
}

/// The lines of which less is told than of others.
pub fn fewer(copy: &Copy) -> Vec<usize> {
    let mut lines: Vec<usize> = copy
        .probes
        .iter()
        .filter(|probe| probe.probing != Probing::Full)
        .map(|probe| probe.line)
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}
