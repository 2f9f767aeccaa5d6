//! What the terminal shows: plain lines, one for each thing that happened.

use std::time::Duration;

use checker::Verdict;
pub use checker::report::{below, word, wrap};

use crate::remedy;
use crate::site::Outcome;

/// Who hears it: the terminal, or nobody in the tests.
pub type Say = fn(&str);

/// Printed as a unit; a closed terminal is no reason to end.
pub fn line(text: &str) {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

pub fn error(text: &str) -> String {
    format!("error: {text}")
}

pub fn not_watched(error: &str) -> String {
    format!(
        "warning: files are not watched as they should be ({error}). If a \
         save is not noticed, start the book again"
    )
}

pub fn saved(files: &[String]) -> String {
    // A name may have what a terminal takes for a command.
    let files: Vec<String> = files.iter().map(|name| printable(name)).collect();
    match files.as_slice() {
        [one, two, three, rest @ ..] if !rest.is_empty() => {
            format!("saved: {one}, {two}, {three} and {} more", rest.len())
        }
        files => format!("saved: {}", files.join(", ")),
    }
}

fn printable(name: &str) -> String {
    name.chars()
        .flat_map(|c| match c.is_control() {
            true => c.escape_default().collect::<Vec<_>>(),
            false => vec![c],
        })
        .collect()
}

pub fn built(outcome: &Outcome, took: Duration) -> String {
    let mut text = String::new();
    for problem in &outcome.problems {
        text += &format!("error: {problem}\n");
    }
    for warning in &outcome.warnings {
        text += &format!("warning: {warning}\n");
    }
    let chapters = count(outcome.chapters, "chapter");
    text + &format!("built {chapters} in {}", seconds(took))
}

pub fn not_built(problem: &anyhow::Error, goes_on: bool) -> String {
    let consequence = if goes_on {
        "the book was not built; the pages show the last one that was"
    } else {
        "the book was not built; save a repaired file to try again"
    };
    format!("error: {}\n{consequence}", remedy::words(problem))
}

pub fn recorded(example: &str) -> String {
    format!("recorded {example}")
}

pub fn judged(exercise: &str, verdict: &Verdict) -> String {
    format!("{exercise}: {}", word(verdict))
}

pub fn not_checked(exercise: &str, why: &str) -> String {
    format!("{exercise}: not checked: {why}")
}

pub fn count(number: usize, thing: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{s}")
}

pub fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

/// The date of a time in seconds since 1970: `2026-11-20`, in UTC.
pub fn day(seconds: u64) -> String {
    // Years begin in March here, so that a leap day is the last of a year.
    let days = seconds / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let january = month >= 10;
    let month = if january { month - 9 } else { month + 3 };
    let year = era * 400 + year + u64::from(january);
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_the_terminal_no_command() {
        let name = "src/\u{1b}]0;title\u{7}é.md".to_owned();
        let said = saved(&[name]);
        assert_eq!(said, "saved: src/\\u{1b}]0;title\\u{7}é.md");
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(951_782_399), "2000-02-28");
        assert_eq!(day(951_782_400), "2000-02-29");
        assert_eq!(day(951_868_800), "2000-03-01");
        assert_eq!(day(1_764_317_000), "2025-11-28");
        assert_eq!(day(4_102_444_800), "2100-01-01");
    }
}
