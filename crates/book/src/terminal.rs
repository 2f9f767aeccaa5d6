//! What the terminal shows: plain lines, one for each thing that happened.

use std::io::IsTerminal;
use std::path::Path;
use std::time::Duration;

use checker::Verdict;

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

/// A path as the reader types it in the root of the checkout.
pub fn below(root: &Path, path: &Path) -> String {
    path.strip_prefix(root)
        .unwrap_or(path)
        .display()
        .to_string()
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

/// Breaks paragraphs into lines of at most 80 characters.
pub fn wrap(text: &str, indent: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = indent.to_owned();
        for word in paragraph.split_whitespace() {
            let full = line.chars().count() + 1 + word.chars().count() > 80;
            if full && line.len() > indent.len() {
                lines.push(std::mem::replace(&mut line, indent.to_owned()));
            }
            if line.len() > indent.len() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

/// Colors, where somebody sees them.
#[derive(Clone, Copy, Debug)]
pub struct Paint(bool);

impl Paint {
    /// On a terminal, unless the reader says `NO_COLOR`.
    pub fn of_terminal() -> Self {
        let no = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Paint(std::io::stdout().is_terminal() && !no && !dumb)
    }

    pub fn is_on(self) -> bool {
        self.0
    }

    pub fn bold(self, text: &str) -> String {
        self.with(1, text)
    }

    pub fn red(self, text: &str) -> String {
        self.with(31, text)
    }

    pub fn green(self, text: &str) -> String {
        self.with(32, text)
    }

    pub fn yellow(self, text: &str) -> String {
        self.with(33, text)
    }

    fn with(self, code: u8, text: &str) -> String {
        match self.0 {
            true => format!("\x1b[{code}m{text}\x1b[0m"),
            false => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(951_782_399), "2000-02-28");
        assert_eq!(day(951_782_400), "2000-02-29");
        assert_eq!(day(951_868_800), "2000-03-01");
        assert_eq!(day(1_764_317_000), "2025-11-28");
        assert_eq!(day(4_102_444_800), "2100-01-01");
    }

    #[test]
    fn paragraphs_are_broken_at_words() {
        let text = format!("{} end\n\nnew", "word ".repeat(20).trim());
        let wrapped = wrap(&text, "  ");
        let lines: Vec<&str> = wrapped.lines().collect();
        assert_eq!(lines.len(), 4, "{wrapped}");
        assert!(lines.iter().all(|line| line.chars().count() <= 80));
        assert!(lines[0].starts_with("  word"));
        assert_eq!(lines[2..], ["", "  new"]);
        assert_eq!(wrap(&"x".repeat(90), ""), "x".repeat(90));
    }

    #[test]
    fn without_a_terminal_there_are_no_colors() {
        assert_eq!(Paint(false).red("no"), "no");
        assert_eq!(Paint(true).red("no"), "\x1b[31mno\x1b[0m");
    }
}
