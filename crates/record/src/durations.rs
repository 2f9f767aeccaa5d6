//! The durations in what a program prints: one rule for Rust and for Python.
//!
//! A timer never fires early, and each comes up to two milliseconds late; on a
//! busy machine more. So a capture shows durations without what is beyond a
//! step, and a run is compared with a capture in two ways: no duration may be
//! shorter, and the quickest of several runs may not be much longer.

use std::ops::Range;

/// To how much a capture rounds, in microseconds. The pages say it in words:
/// `render::capture`.
pub const STEP: u64 = 10_000;

/// A difference of two times may be a little short: each was late by itself.
const SHORT: u64 = 2_000;

struct Found {
    digits: Range<usize>,
    micros: u64,
    /// Microseconds in one of the unit.
    unit: u64,
}

/// `152 ms` and `0.15 s`, each a word of its own.
fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + start;
        let rest = &text[start..];
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.');
        let end = start + length.unwrap_or(rest.len());
        at = end;
        let units = [(" ms", 1_000), (" s", 1_000_000)];
        let unit = units.into_iter().find(|(unit, _)| {
            text[end..].strip_prefix(unit).is_some_and(|after| {
                !after.starts_with(|c: char| c.is_alphanumeric())
            })
        });
        if let Some((_, unit)) = unit
            && let Some(micros) = micros(&text[start..end], unit)
        {
            let digits = start..end;
            found.push(Found {
                digits,
                micros,
                unit,
            });
        }
    }
    found
}

/// In whole numbers: `0.15` of a float is a little less.
fn micros(digits: &str, unit: u64) -> Option<u64> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let whole: u64 = whole.parse().ok()?;
    let part = format!("{fraction:0<6}").get(..6)?.parse::<u64>().ok()?;
    Some(whole.checked_mul(unit)? + part * unit / 1_000_000)
}

fn replace(text: &str, with: impl Fn(&Found) -> String) -> String {
    let mut out = String::new();
    let mut done = 0;
    for found in find(text) {
        out.push_str(&text[done..found.digits.start]);
        out.push_str(&with(&found));
        done = found.digits.end;
    }
    out + &text[done..]
}

/// The text with `#` for each duration.
pub fn masked(text: &str) -> String {
    replace(text, |_| "#".to_owned())
}

/// The durations of the text, in microseconds.
pub fn all(text: &str) -> Vec<u64> {
    find(text).iter().map(|found| found.micros).collect()
}

/// The text with rounded durations, in the form that they had.
pub fn rounded(text: &str) -> String {
    replace(text, |found| {
        let micros = step(found.micros);
        let digits = &text[found.digits.clone()];
        let decimals = digits.split_once('.').map_or(0, |(_, d)| d.len());
        let whole = micros / found.unit;
        if decimals == 0 {
            return whole.to_string();
        }
        let part = micros % found.unit * (1_000_000 / found.unit);
        format!("{whole}.{:.decimals$}", format!("{part:06}"))
    })
}

fn step(micros: u64) -> u64 {
    (micros + SHORT) / STEP * STEP
}

/// Whether a run printed a shorter duration than its capture has. A sum of
/// many waits varies by how late each was: a fiftieth.
pub fn is_early(shown: u64, printed: u64) -> bool {
    step(printed + shown / 50) < step(shown)
}

/// Whether the quickest of several runs took too long for what is shown: by
/// more than a tenth, and by more than two steps.
pub fn is_late(shown: u64, printed: u64) -> bool {
    step(printed) > shown + (shown / 10).max(2 * STEP)
}

/// Whether a new capture may leave what is shown: it is not quicker, and slower
/// by a step at most.
pub fn is_same(shown: u64, printed: u64) -> bool {
    let printed = step(printed);
    printed >= shown && printed - shown <= (shown / 50).max(STEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_masked_and_counts_are_not() {
        assert_eq!(masked("6 done at 152 ms"), "6 done at # ms");
        assert_eq!(masked("0.15 s, 3 sums"), "# s, 3 sums");
        assert_eq!(masked("2 seconds, 7 s"), "2 seconds, # s");
    }

    #[test]
    fn what_a_timer_is_late_is_not_shown() {
        assert_eq!(rounded("a 51 ms, b 107 ms"), "a 50 ms, b 100 ms");
        assert_eq!(rounded("0.15 s 0.29 s 3.01 s"), "0.15 s 0.29 s 3.01 s");
        assert_eq!(rounded("0.157 s, 2 s"), "0.150 s, 2 s");
        assert_eq!(rounded("0.2 s"), "0.2 s");
        // A difference of two times.
        assert_eq!(rounded("98 ms, 97 ms"), "100 ms, 90 ms");
        assert_eq!(rounded("0 ms, 3 ms"), "0 ms, 0 ms");
    }

    #[test]
    fn a_run_is_never_early_and_the_quickest_is_not_late() {
        assert!(!is_early(100_000, 96_000) && is_early(100_000, 95_000));
        assert!(!is_late(50_000, 77_000) && is_late(50_000, 78_000));
        assert!(
            !is_late(1_000_000, 1_105_000) && is_late(1_000_000, 1_130_000)
        );
        assert!(is_same(100_000, 112_000) && !is_same(100_000, 120_000));
        assert!(
            is_same(1_000_000, 1_020_000) && !is_same(1_000_000, 1_130_000)
        );
    }
}
