//! Recognizes wrong answers that others have given before.
//!
//! Each is a file of `crates/answers/answers/ID/`. Its head says which check
//! rejects it and what the message says; after an empty line it explains to
//! the reader what the code does. Only these heads are read.

use std::fs;
use std::path::Path;

use serde::Serialize;

use crate::catalogue::Exercise;

/// A wrong answer that the reader's may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// The file's name without its ending: `permit_dropped`.
    pub answer: String,
    /// What the code does, for the reader; Markdown.
    pub text: String,
}

/// The wrong answers that `check` rejects with such a message, by name. There
/// may be several: what a recording shows can tell them apart.
///
/// A checkout without the folder knows none.
pub fn candidates(
    root: &Path,
    exercise: &Exercise,
    check: &str,
    message: &str,
) -> Vec<Mistake> {
    let folder = root.join("crates/answers/answers").join(&exercise.id);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Mistake> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let answer = name.strip_suffix(".rs")?.to_owned();
            let source = crate::read::long_string(&entry.path()).ok()?;
            let head = Head::of(&source);
            let text = head.explanation();
            let fits = head.is_rejected_by(check) && head.fits(message);
            (fits && !text.is_empty()).then_some(Mistake { answer, text })
        })
        .collect();
    found.sort_by(|a, b| a.answer.cmp(&b.answer));
    found
}

/// What an answer is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim<'a> {
    Right,
    /// It fails at this check first.
    Wrong(&'a str),
    /// It never comes back from this check.
    Hangs(&'a str),
}

/// The head of an answer: its lines that begin with `//!`, without that.
pub struct Head<'a>(Vec<&'a str>);

impl<'a> Head<'a> {
    pub fn of(source: &'a str) -> Self {
        let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
        Self(lines.map(str::trim).collect())
    }

    fn directives(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let lines = self.0.iter().take_while(|line| !line.is_empty());
        lines.filter_map(|line| line.split_once(": "))
    }

    /// Nothing: it does not say what it is.
    pub fn claim(&self) -> Option<Claim<'a>> {
        if self.0.first() == Some(&"right") {
            return Some(Claim::Right);
        }
        self.directives().find_map(|(what, check)| match what {
            "wrong" => Some(Claim::Wrong(check)),
            "hangs" => Some(Claim::Hangs(check)),
            _ => None,
        })
    }

    fn is_rejected_by(&self, check: &str) -> bool {
        let claim = self.claim();
        matches!(claim, Some(Claim::Wrong(by) | Claim::Hangs(by)) if by == check)
    }

    /// Does each phrase tell of what happened? There must be one.
    fn fits(&self, message: &str) -> bool {
        // What was expected is said of every answer that fails there.
        let lines = message.lines();
        let lines = lines.filter(|line| !line.starts_with("expected: "));
        let happened = lines.collect::<Vec<_>>().join("\n");
        let phrases = || self.directives().filter(|(what, _)| *what == "says");
        phrases().next().is_some()
            && phrases().all(|(_, phrase)| happened.contains(phrase))
    }

    /// What follows the first empty line, a line for each paragraph.
    fn explanation(&self) -> String {
        let mut lines = self.0.iter();
        lines.by_ref().find(|line| line.is_empty());
        let mut text = String::new();
        for line in lines {
            if line.is_empty() {
                text.push_str("\n\n");
            } else {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push(' ');
                }
                text.push_str(line);
            }
        }
        text.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWER: &str = "\
//! wrong: never_more_than_three
//! says: 10 at the same time
//! says: only as long: as somebody owns it
//!
//! `_` binds nothing:
//! the permit is gone.
//!
//! A second paragraph.

//! not: of the head
use lab::Site;
";

    #[test]
    fn a_head_has_its_check_its_phrases_and_its_explanation() {
        let head = Head::of(ANSWER);
        assert!(head.is_rejected_by("never_more_than_three"));
        assert!(!head.is_rejected_by("never_more"));
        assert!(head.fits(
            "saw 10 at the same time: held only as long: as somebody owns it"
        ));
        assert!(!head.fits("saw 10 at the same time"));
        assert!(!head.fits(
            "expected: 10 at the same time, \
             only as long: as somebody owns it\nhappened: 9"
        ));
        assert_eq!(
            head.explanation(),
            "`_` binds nothing: the permit is gone.\n\nA second paragraph."
        );
    }

    #[test]
    fn an_answer_says_what_it_is() {
        let claim = |text| Head::of(text).claim();
        assert_eq!(claim("//! hangs: a\n"), Some(Claim::Hangs("a")));
        assert_eq!(
            claim("//! says: b\n//! wrong: a\n"),
            Some(Claim::Wrong("a"))
        );
        assert_eq!(claim("fn main() {}\n"), None);
    }

    #[test]
    fn a_right_answer_is_no_mistake() {
        let head = Head::of("//! right\n//!\n//! Tasks in a set.\n");
        assert_eq!(head.claim(), Some(Claim::Right));
        assert!(!head.is_rejected_by("a"));
        assert!(!head.fits("any message"));
    }
}
