//! Where two runs part, in one sentence: what was expected, and what yours
//! does instead.
//!
//! Two programs that are written differently are compared by what a service
//! sees of them: who begins, ends, or is dropped, and when. Only where that is
//! the same, tasks, printed lines, values and steps are compared.

mod cause;
mod ending;
mod rest;
mod visits;

use crate::html::without_lines;
use crate::words::time;
use crate::{Outcome, Run, rows};

/// The first difference between two runs; nothing if they do the same.
///
/// Both must have passed [`crate::check`].
pub fn sentence(expected: &Run, yours: &Run) -> Option<String> {
    let expected = Side::of(expected);
    let yours = Side::of(yours);
    let stopped = yours.run.outcome != expected.run.outcome;
    let parted = visits::first(&expected, &yours);
    if let Some(found) = parted {
        // What a program that stands still has not begun says nothing new.
        let late = found.only_missing && found.t >= yours.end();
        return Some(match stopped && late && !yours.is_ok() {
            true => ending::sentence(&expected, &yours),
            false => found.text,
        });
    }
    if stopped {
        return Some(ending::sentence(&expected, &yours));
    }
    let text = rest::first(&expected, &yours)?;
    Some(match expected.visits.is_empty() {
        true => text,
        false => format!(
            "Who comes and goes, and when, is as expected; what is returned, a \
             recording does not show. {text}"
        ),
    })
}

/// A run, and what is read from it once.
struct Side<'a> {
    run: &'a Run,
    names: Vec<String>,
    visits: Vec<visits::Visit<'a>>,
}

impl<'a> Side<'a> {
    fn of(run: &'a Run) -> Self {
        Self {
            run,
            names: rows::Names::new(run).full,
            visits: visits::all(run),
        }
    }

    fn is_ok(&self) -> bool {
        self.run.outcome == Outcome::Ok
    }

    /// The time of the last event.
    fn end(&self) -> u64 {
        self.run.events.last().map_or(0, |event| event.t)
    }

    fn name(&self, lane: u32) -> &str {
        self.names.get(lane as usize).map_or("?", String::as_str)
    }

    /// What is checked, or `main`.
    fn whole(&self) -> String {
        format!("`{}`", self.name(0))
    }

    fn t(&self, at: usize) -> u64 {
        self.run.events.get(at).map_or(0, |event| event.t)
    }

    fn line(&self, site: Option<u32>) -> String {
        let site = site.and_then(|site| self.run.sites.get(site as usize));
        site.map_or_else(String::new, |site| format!(" (line {})", site.line))
    }
}

/// Lines of the expected run are lines of a file that the reader has not
/// before them.
fn both(expected: &str, yours: &str) -> String {
    let expected = without_lines(expected);
    // A panic's own message may end with one.
    let [expected, yours] =
        [&*expected, yours].map(|s| s.trim_end_matches('.'));
    format!("Expected: {expected}. Yours: {yours}.")
}

fn at(t: u64) -> String {
    format!("at {}", time(t))
}

/// `2nd`, `3rd`, `11th`.
fn nth(n: usize) -> String {
    let end = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{end}")
}

fn times(n: usize) -> String {
    match n {
        0 => "never".to_owned(),
        1 => "only once".to_owned(),
        2 => "only twice".to_owned(),
        n => format!("only {n} times"),
    }
}
