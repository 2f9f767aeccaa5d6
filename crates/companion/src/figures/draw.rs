//! From a recording to what a page shows: figure, sentence, explanation.

use std::fs;
use std::path::Path;

use drill::{Mistake, Verdict, mistakes};
use serde::Serialize;
use timeline::cost::Cost;
use timeline::exercise::Expected;
use timeline::html::{self, FigureText};
use timeline::{Outcome, Recording, Run, signature};

use super::Subject;
use super::shelf::Last;
use super::tool::{Recorded, Taken};

/// The answer to `/api/figure`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Figure {
    pub figure: Option<String>,
    /// Where the two runs part, in a sentence.
    pub difference: Option<String>,
    /// As the recorder says, or `broken`.
    pub outcome: String,
    /// What the figure is of, where that is not plain, or why there is none.
    pub note: Option<String>,
    /// It is of the text on the disk.
    pub current: bool,
    pub mistake: Option<Mistake>,
    pub cost: Option<Cost>,
}

/// The figure of a text that was recorded.
pub fn of(
    root: &Path,
    subject: &Subject,
    recorded: &Recorded,
    text: &str,
) -> Figure {
    let Recorded {
        recording,
        outcome,
        cost,
    } = recorded;
    let expected = subject
        .check
        .as_ref()
        .and_then(|(exercise, _)| expected(root, &exercise.id));
    let alike = alike(subject, recording, expected.as_ref());
    Figure {
        figure: Some(picture(subject, expected.as_ref(), recording, text)),
        difference: difference(subject, expected.as_ref(), recording),
        outcome: word(*outcome).to_owned(),
        note: note(*outcome).map(str::to_owned),
        current: true,
        mistake: mistake(root, subject, &alike),
        cost: Some(*cost),
    }
}

/// In the place of the figure of a text that does not compile: the last one
/// that did.
pub fn broken(root: &Path, subject: &Subject, last: Option<&Last>) -> Figure {
    let before = last.and_then(|last| match &*last.recorded {
        Taken::Recorded(recorded) => {
            Some(of(root, subject, recorded, &last.text))
        }
        Taken::Broken(_) => None,
    });
    let note = match before {
        Some(_) => {
            "The text does not compile. The figure is of the last one that did."
        }
        None => "The text does not compile, so there is nothing to record yet.",
    };
    Figure {
        outcome: "broken".to_owned(),
        note: Some(note.to_owned()),
        current: false,
        // What is wrong now says the compiler.
        mistake: None,
        ..before.unwrap_or_default()
    }
}

/// What is known of the exercise; nothing if nobody has recorded it.
pub fn expected(root: &Path, id: &str) -> Option<Expected> {
    let path = root.join("recordings/exercises").join(format!("{id}.json"));
    Expected::from_json(&fs::read_to_string(path).ok()?).ok()
}

/// The wrong answers whose run is like this one.
fn alike<'a>(
    subject: &Subject,
    recording: &Recording,
    expected: Option<&'a Expected>,
) -> Vec<&'a str> {
    match (&subject.check, recording.default_run(), expected) {
        (Some((_, check)), Some(run), Some(expected)) => {
            expected.mistakes(check, &signature::of(run))
        }
        _ => Vec::new(),
    }
}

/// The run that the check expects.
fn expected_run<'a>(
    subject: &Subject,
    expected: Option<&'a Expected>,
) -> Option<&'a Run> {
    let (_, check) = subject.check.as_ref()?;
    expected?.checks.get(check)
}

fn difference(
    subject: &Subject,
    expected: Option<&Expected>,
    recording: &Recording,
) -> Option<String> {
    let run = expected_run(subject, expected)?;
    timeline::difference::sentence(run, recording.default_run()?)
}

fn picture(
    subject: &Subject,
    expected: Option<&Expected>,
    recording: &Recording,
    text: &str,
) -> String {
    let id = match &subject.check {
        Some((exercise, check)) => format!("mine-{}-{check}", exercise.id),
        None => format!("mine-{}", subject.desk.name),
    };
    let title = match &subject.check {
        Some((_, check)) => {
            format!("Your code in the check {}", check.replace('_', " "))
        }
        None => "Your copy of the example".to_owned(),
    };
    let text_of_figure = FigureText {
        id: &id,
        title: &title,
    };
    let run = expected_run(subject, expected);
    html::reader(run, recording, text, &text_of_figure)
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ok => "ok",
        Outcome::Error => "error",
        Outcome::Panic => "panic",
        Outcome::Deadlock => "deadlock",
        Outcome::Hung => "hung",
        Outcome::Flood => "flood",
    }
}

fn note(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Ok | Outcome::Error => None,
        Outcome::Panic => {
            Some("It panicked. The figure shows what happened until then.")
        }
        Outcome::Deadlock => Some(
            "Every task waits for something that cannot happen any more. The \
             figure shows what happened until then.",
        ),
        Outcome::Hung => Some(
            "It held its thread, or went round and round, and was stopped. \
             The figure shows what happened until then.",
        ),
        Outcome::Flood => Some(
            "It did more than can be drawn, or took too much memory, and was \
             stopped. The figure shows how it began.",
        ),
    }
}

/// The wrong answer that this one is, if it is one that others have given.
fn mistake(root: &Path, subject: &Subject, alike: &[&str]) -> Option<Mistake> {
    let (exercise, check) = subject.check.as_ref()?;
    let message = match subject.verdict.as_ref()? {
        Verdict::Failing {
            check: failing,
            message,
            ..
        }
        | Verdict::Hung {
            check: failing,
            message,
        } if failing == check => message,
        _ => return None,
    };
    choose(mistakes::candidates(root, exercise, check, message), alike)
}

/// Of the answers that fail in the same way, the one that was recorded like
/// this; else the only one; else what all of them say.
fn choose(mut found: Vec<Mistake>, alike: &[&str]) -> Option<Mistake> {
    let alike = |one: &Mistake| alike.contains(&one.answer.as_str());
    if found.iter().any(alike) {
        found.retain(alike);
    }
    let first = found.first()?.clone();
    found
        .iter()
        .all(|other| other.text == first.text)
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(all: &[(&str, &str)]) -> Vec<Mistake> {
        let mistake = |&(answer, text): &(&str, &str)| Mistake {
            answer: answer.to_owned(),
            text: text.to_owned(),
        };
        all.iter().map(mistake).collect()
    }

    fn chosen(all: &[(&str, &str)], alike: &[&str]) -> Option<String> {
        choose(mistakes(all), alike).map(|mistake| mistake.answer)
    }

    #[test]
    fn a_recording_tells_wrong_answers_apart() {
        let two = [("a", "no permit"), ("b", "a permit too many")];
        assert_eq!(chosen(&two, &["b"]).as_deref(), Some("b"));
        assert_eq!(chosen(&two, &[]), None, "either");
        assert_eq!(chosen(&two, &["a", "b"]), None, "still either");
        assert_eq!(chosen(&two[..1], &[]).as_deref(), Some("a"));
        assert_eq!(chosen(&two[..1], &["c"]).as_deref(), Some("a"));
        assert_eq!(chosen(&[], &["a"]), None);
    }

    #[test]
    fn answers_that_say_the_same_are_one() {
        let same = [("a", "no permit"), ("b", "no permit")];
        assert_eq!(chosen(&same, &[]).as_deref(), Some("a"));
    }
}
