//! `exercise.toml`: what may be written there, and what is said when it is
//! wrong.

use crate::fixture::{Fixture, SHEET};

const OLD: &str = "hints = [\"a\", \"b\", \"c\"]\n";

fn with_hints(name: &str, hints: &str) -> Fixture {
    let fixture = Fixture::new(name);
    assert!(SHEET.contains(OLD));
    let sheet = format!("{}\n{hints}", SHEET.replace(OLD, ""));
    fixture.write("exercises/01_double/exercise.toml", &sheet);
    fixture
}

fn error(fixture: &Fixture) -> String {
    format!("{:#}", checker::catalogue(&fixture.root).unwrap_err())
}

#[test]
fn a_hint_says_which_checks_it_helps_with() {
    let fixture = with_hints(
        "hints",
        "[[hints]]\ntext = \"a\"\n\
         [[hints]]\ntext = \"b\"\nfor = [\"one_becomes_two\"]\n",
    );
    let hints = fixture.exercise().hints;
    assert_eq!(hints.len(), 2);
    assert!(hints[0].for_checks.is_empty());
    assert!(hints[1].is_for("one_becomes_two"));
    assert!(!hints[1].is_for("nothing_stays_nothing"));
    let plain = Fixture::new("hints-plain").exercise().hints;
    let texts: Vec<_> = plain.iter().map(|h| h.text.as_str()).collect();
    assert_eq!(texts, ["a", "b", "c"]);
}

#[test]
fn a_hint_for_an_unknown_check_is_refused_with_the_known_ones() {
    let hints = "[[hints]]\ntext = \"a\"\nfor = [\"one_becomes_too\"]\n";
    let said = error(&with_hints("hints-unknown", hints));
    assert!(said.contains("01_double/exercise.toml"), "{said}");
    assert!(said.contains("one_becomes_too"), "{said}");
    assert!(said.contains("one_becomes_two, nothing_stays"), "{said}");
}

#[test]
fn a_hint_with_another_key_is_refused_by_name() {
    let hints = "[[hints]]\ntext = \"a\"\nfro = []\n";
    let said = error(&with_hints("hints-key", hints));
    assert!(said.contains("01_double/exercise.toml"), "{said}");
    assert!(said.contains("fro"), "{said}");
    let said = error(&with_hints("hints-no-text", "[[hints]]\nfor = []\n"));
    assert!(said.contains("text"), "{said}");
}
