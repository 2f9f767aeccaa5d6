//! Checks of what came back, and of when things began.

use std::fmt::Debug;
use std::time::Duration;

use crate::complaint::complain;
use crate::log::{Log, Watched};
use crate::ms;

/// The results, in exactly this order.
#[track_caller]
pub fn check_results<T: Debug + PartialEq>(
    watched: &dyn Watched,
    got: &[T],
    expected: &[T],
) {
    if got != expected {
        wrong_results(watched, &words(got), &words(expected));
    }
}

fn words<T: Debug>(items: &[T]) -> Vec<String> {
    items.iter().map(|item| format!("{item:?}")).collect()
}

/// Not generic, so that it is compiled here and not in every exercise.
#[track_caller]
fn wrong_results(
    watched: &dyn Watched,
    got: &[String],
    expected: &[String],
) -> ! {
    let (mut ours, mut theirs) = (got.to_vec(), expected.to_vec());
    ours.sort();
    theirs.sort();
    let same = ours == theirs;
    ours.dedup();
    let twice = ours.len() < got.len() && got.len() > expected.len();
    let dropped = watched.log().visits().iter().any(|visit| visit.dropped);
    let cause = if dropped {
        "Something was dropped before its end, and what is dropped never \
         comes. A future that is dropped is cancelled."
    } else if twice {
        "Some came more than once: several did the same work."
    } else if same {
        "The right results in the wrong order. There is the order of the list, \
         and the order in which they finished: which one is asked for?"
    } else if got.len() < expected.len() {
        "Some results were lost: a future was dropped, or a task was not \
         waited for, or a loop ended early."
    } else {
        "Other results than were asked for: where does each of them come from?"
    };
    complain(
        watched.log(),
        format!("the results {}", list(expected)),
        format!("the results {}", list(got)),
        cause,
    )
}

fn list(items: &[String]) -> String {
    const SHOWN: usize = 12;
    let mut text = items[..items.len().min(SHOWN)].join(", ");
    if items.len() > SHOWN {
        text.push_str(&format!(", … {} in all", items.len()));
    }
    format!("[{text}]")
}

/// So many began at each of these instants: `(count, ms)`.
#[track_caller]
pub fn check_starts(watched: &dyn Watched, expected: &[(usize, u64)]) {
    compare_starts(watched, expected, |found, expected| {
        if found.len() == 1 && found[0].0 > expected[0].0 {
            "All of them began together: nothing made the later ones wait."
        } else if held_back(found, expected) {
            "They were spread out or held back: the first ones have nothing \
             to wait for."
        } else {
            "They began at other moments: what does each of them wait for?"
        }
    });
}

/// The same, where what may begin is limited for each stretch of time.
#[track_caller]
pub fn check_rate_starts(watched: &dyn Watched, expected: &[(usize, u64)]) {
    compare_starts(watched, expected, |found, expected| {
        if found.len() == 1 && found[0].0 > expected[0].0 {
            "All of them began together. A limit on how many run at once is \
             not a limit on how many begin in a stretch of time: a quick call \
             gives its place back long before that is over."
        } else if found.first() == expected.first()
            && found
                .get(1)
                .zip(expected.get(1))
                .is_some_and(|(f, e)| f.0 > e.0)
        {
            "Too many at once after the first window: what is allowed in one \
             must not add up beyond the limit."
        } else if held_back(found, expected) {
            "They were spread out or held back, although nothing had been \
             used up: the first ones need not wait at all."
        } else if unused(found, expected) {
            "There was less room than there should be: somebody took it and \
             did not use it."
        } else {
            "Room came back at another moment than one window after it was \
             used."
        }
    });
}

/// The instants with how many began there, and a cause for what differs.
type Why = fn(&[(usize, u64)], &[(usize, u64)]) -> &'static str;

#[track_caller]
fn compare_starts(watched: &dyn Watched, expected: &[(usize, u64)], why: Why) {
    let log = watched.log();
    let mut found: Vec<(usize, u64)> = Vec::new();
    for at in starts(log) {
        let at = at.as_millis() as u64;
        match found.last_mut() {
            Some((count, when)) if *when == at => *count += 1,
            _ => found.push((1, at)),
        }
    }
    if found == expected {
        return;
    }
    let cause = if total(&found) < total(expected) {
        "Not all of them began."
    } else {
        why(&found, expected)
    };
    complain(log, began(expected), began(&found), cause);
}

/// The first group is smaller, or later, than it should be.
fn held_back(found: &[(usize, u64)], expected: &[(usize, u64)]) -> bool {
    let firsts = found.first().zip(expected.first());
    firsts.is_some_and(|(found, expected)| {
        found.0 < expected.0 || found.1 > expected.1
    })
}

/// A group that begins at the right time is too small.
fn unused(found: &[(usize, u64)], expected: &[(usize, u64)]) -> bool {
    found
        .iter()
        .zip(expected)
        .any(|(f, e)| f.1 == e.1 && f.0 < e.0)
}

fn total(groups: &[(usize, u64)]) -> usize {
    groups.iter().map(|(count, _)| count).sum()
}

fn began(groups: &[(usize, u64)]) -> String {
    const SHOWN: usize = 6;
    let mut words: Vec<String> = groups
        .iter()
        .take(SHOWN)
        .map(|(count, at)| format!("{count} at {at} ms"))
        .collect();
    if groups.len() > SHOWN {
        words.push(format!("… {} in all", total(groups)));
    }
    format!("began: {}", words.join(", "))
}

fn starts(log: &Log) -> Vec<Duration> {
    let mut starts: Vec<Duration> =
        log.visits().iter().map(|visit| visit.start).collect();
    starts.sort();
    starts
}

/// No stretch of `window` milliseconds, wherever it lies, in which more than
/// `limit` began.
#[track_caller]
pub fn check_rate(watched: &dyn Watched, limit: usize, window: u64) {
    let log = watched.log();
    let starts = starts(log);
    let Some(burst) = starts
        .windows(limit + 1)
        .find(|burst| burst[limit] - burst[0] < ms(window))
    else {
        return;
    };
    let from = burst[0];
    let inside = starts
        .iter()
        .filter(|at| **at >= from && **at < from + ms(window));
    complain(
        log,
        format!("never more than {limit} begin within {window} ms"),
        format!(
            "{} began between {} and {} ms",
            inside.count(),
            from.as_millis(),
            (from + ms(window)).as_millis()
        ),
        if burst[limit] == from && from > Duration::ZERO {
            "What was not used in quiet times was saved up: after a pause \
             the limit is the limit, and not a multiple of it."
        } else {
            "Room came back too early. It has to come back one window after \
             it was used, not when a clock of its own strikes, and not when \
             the call is done."
        },
    );
}
