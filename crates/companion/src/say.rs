//! What the terminal shows: plain lines, one for each thing that happened.

use std::time::Duration;

use drill::Verdict;

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

pub fn saved(files: &[String]) -> String {
    match files {
        [one, two, three, rest @ ..] if !rest.is_empty() => {
            format!("saved: {one}, {two}, {three} and {} more", rest.len())
        }
        files => format!("saved: {}", files.join(", ")),
    }
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
    format!("error: {problem:#}\n{consequence}")
}

pub fn recorded(example: &str) -> String {
    format!("recorded {example}")
}

pub fn judged(exercise: &str, verdict: &Verdict) -> String {
    format!("{exercise}: {}", word(verdict))
}

/// A verdict in a line.
pub fn word(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Unsolved => "not solved yet".into(),
        Verdict::Broken { errors, .. } => {
            let first = errors.lines().next().unwrap_or_default();
            format!("does not compile: {first}")
        }
        Verdict::Failing { check, passed, .. } => {
            format!("{check} fails ({} passed)", passed.len())
        }
        Verdict::Hung { check, .. } => format!("{check} does not end"),
        Verdict::Solved => "solved".into(),
    }
}

pub fn count(number: usize, thing: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{s}")
}

pub fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}
