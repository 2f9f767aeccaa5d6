//! From a recording to what a page shows: figure, sentence, explanation.

use std::path::Path;

use checker::read::long_string;
use checker::{Mistake, mistakes};
use serde::Serialize;
use timeline::cost::Cost;
use timeline::exercise::Expected;
use timeline::html::{self, FigureText};
use timeline::{Outcome, Recording, Run, signature};

use super::cache::LastGood;
use super::subject::Subject;
use super::tool::{RecordResult, Recorded};

/// The answer to `/api/figure`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Figure {
    pub figure: Option<String>,
    /// Where the two runs part, in a sentence.
    pub difference: Option<String>,
    /// As the recorder says, or `broken`, or `unrecordable`.
    pub outcome: String,
    /// What the figure is of, where that is not plain, or why there is none.
    pub note: Option<String>,
    /// It is of the text on the disk.
    pub current: bool,
    /// The wrong answers that it may be, if it is one that others have given:
    /// known by the message and, where that is not enough, by the run.
    pub mistakes: Vec<Mistake>,
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
    let known = subject
        .check
        .as_ref()
        .and_then(|(exercise, _)| expected(root, &exercise.id));
    let run = expected_run(root, subject, known.as_ref());
    Figure {
        figure: Some(picture(subject, run.as_ref(), recording, text)),
        difference: difference(run.as_ref(), recording, subject),
        outcome: word(*outcome).to_owned(),
        note: note(*outcome).map(str::to_owned),
        current: true,
        mistakes: recognize(root, subject, recording, known.as_ref()),
        cost: Some(*cost),
    }
}

/// In the slot of the figure of a text that does not compile: the last one
/// that did.
pub fn broken(
    root: &Path,
    subject: &Subject,
    last: Option<&LastGood>,
) -> Figure {
    let note = match last {
        Some(_) => {
            "The text does not compile. The figure is of the last one that did."
        }
        None => "The text does not compile, so there is nothing to record yet.",
    };
    without(root, subject, last, "broken", note.to_owned())
}

/// The same for a text that compiles, and runs, but not under the recorder.
pub fn unrecordable(
    root: &Path,
    subject: &Subject,
    last: Option<&LastGood>,
    why: &str,
) -> Figure {
    let mut note = format!(
        "The program compiles, and Run shows what it prints; it cannot be \
         recorded: {why}"
    );
    if !note.ends_with(['.', '\n']) {
        note.push('.');
    }
    if last.is_some() {
        note += " The figure is of the last text that could be recorded.";
    }
    without(root, subject, last, "unrecordable", note)
}

/// There is no figure of this text, but perhaps one of a text before it.
fn without(
    root: &Path,
    subject: &Subject,
    last: Option<&LastGood>,
    outcome: &str,
    note: String,
) -> Figure {
    let before = last.and_then(|last| match &*last.recorded {
        RecordResult::Recorded(recorded) => {
            Some(of(root, subject, recorded, &last.text))
        }
        RecordResult::Broken(_) | RecordResult::Unrecordable(_) => None,
    });
    Figure {
        outcome: outcome.to_owned(),
        note: Some(note),
        current: false,
        // What is wrong now says the compiler.
        mistakes: Vec::new(),
        ..before.unwrap_or_default()
    }
}

/// What is known of the exercise; nothing if nobody has recorded it.
pub fn expected(root: &Path, id: &str) -> Option<Expected> {
    let path = root.join("recordings/exercises").join(format!("{id}.json"));
    Expected::from_json(&long_string(&path).ok()?).ok()
}

/// The run that the check expects, or the book's own of the example.
fn expected_run(
    root: &Path,
    subject: &Subject,
    known: Option<&Expected>,
) -> Option<Run> {
    if let Some((_, check)) = &subject.check {
        return known?.checks.get(check).cloned();
    }
    let path = format!("recordings/{}.json", subject.desk.name);
    let text = long_string(&root.join(path)).ok()?;
    Recording::from_json(&text).ok()?.default_run().cloned()
}

/// Where the runs part.
fn difference(
    expected: Option<&Run>,
    recording: &Recording,
    subject: &Subject,
) -> Option<String> {
    timeline::difference::sentence(expected?, recording.default_run()?)
        // A wrong result alone is in no event.
        .or_else(|| subject.fails().then(|| SAME.to_owned()))
}

const SAME: &str = "Both runs go the same way, step by step. What differs is \
                    a result: the message of the check says which.";

fn picture(
    subject: &Subject,
    expected: Option<&Run>,
    recording: &Recording,
    text: &str,
) -> String {
    let id = match &subject.check {
        Some((exercise, check)) => format!("mine-{}-{check}", exercise.id),
        None => format!("mine-{}", subject.desk.name),
    };
    let title = match &subject.check {
        Some((_, check)) => {
            format!("Your code in the check “{}”", check.replace('_', " "))
        }
        None => "Your copy of the example".to_owned(),
    };
    let text_of_figure = FigureText {
        id: &id,
        title: &title,
    };
    html::reader(expected, recording, text, &text_of_figure)
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ok => "ok",
        Outcome::Error => "error",
        Outcome::Panic => "panic",
        Outcome::Deadlock => "deadlock",
        Outcome::Waiting => "waiting",
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
        Outcome::Waiting => Some(
            "It waits for something from outside, which may still come, and \
             was stopped. The figure shows what happened until then.",
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

/// The wrong answers that this one may be.
fn recognize(
    root: &Path,
    subject: &Subject,
    recording: &Recording,
    known: Option<&Expected>,
) -> Vec<Mistake> {
    let (Some((exercise, check)), Some(message)) =
        (&subject.check, subject.says())
    else {
        return Vec::new();
    };
    let alike = match (known, recording.default_run()) {
        (Some(known), Some(run)) => known.mistakes(check, &signature::of(run)),
        _ => Vec::new(),
    };
    choose(mistakes::candidates(root, exercise, check, message), &alike)
}

/// More than these tell a reader nothing.
const MOST_MISTAKES: usize = 3;

/// Of the answers that fail with such a message: those that were recorded
/// like this one. Else the only one, which it may be or not.
fn choose(mut found: Vec<Mistake>, alike: &[&str]) -> Vec<Mistake> {
    let alike = |one: &Mistake| alike.contains(&one.answer.as_str());
    let known = found.iter().any(alike);
    if known {
        found.retain(alike);
    }
    found.dedup_by(|a, b| a.text == b.text);
    if found.len() > if known { MOST_MISTAKES } else { 1 } {
        return Vec::new();
    }
    if !known {
        for mistake in &mut found {
            mistake.text = format!("Perhaps: {}", mistake.text);
        }
    }
    found
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

    fn chosen(all: &[(&str, &str)], alike: &[&str]) -> Vec<String> {
        let chosen = choose(mistakes(all), alike).into_iter();
        chosen.map(|mistake| mistake.answer).collect()
    }

    #[test]
    fn a_recording_tells_wrong_answers_apart() {
        let two = [("a", "no permit"), ("b", "a permit too many")];
        assert_eq!(chosen(&two, &["b"]), ["b"]);
        assert!(chosen(&two, &[]).is_empty(), "it may be neither");
        assert_eq!(chosen(&two, &["a", "b"]), ["a", "b"], "either");
        assert_eq!(chosen(&two[..1], &[]), ["a"]);
        assert_eq!(chosen(&two[..1], &["c"]), ["a"]);
        assert!(chosen(&[], &["a"]).is_empty());
    }

    #[test]
    fn what_no_recording_confirms_is_a_guess() {
        let one = mistakes(&[("a", "no permit")]);
        assert_eq!(choose(one.clone(), &[])[0].text, "Perhaps: no permit");
        assert_eq!(choose(one, &["a"])[0].text, "no permit");
    }

    #[test]
    fn answers_that_say_the_same_are_one() {
        let same = [("a", "no permit"), ("b", "no permit")];
        assert_eq!(chosen(&same, &[]), ["a"]);
    }

    #[test]
    fn a_long_list_says_nothing() {
        let many = [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")];
        assert!(chosen(&many, &["a", "b", "c", "d"]).is_empty());
        assert_eq!(chosen(&many, &["a", "b", "c"]), ["a", "b", "c"]);
    }
}
