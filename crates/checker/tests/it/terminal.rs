//! What `cargo test -p exercises` says, through `judge`.

use std::ffi::OsString;
use std::fs;

use checker::{Progress, State};

use crate::fixture::{Fixture, SHEET, SOLUTION};

/// A second exercise, which nobody has begun.
fn with_two(name: &str) -> Fixture {
    let fixture = Fixture::new(name);
    let manifest = fixture.root.join("exercises/Cargo.toml");
    let mut text = fs::read_to_string(&manifest).unwrap();
    text += "\n[[test]]\nname = \"02_half\"\npath = \"02_half/main.rs\"\n";
    fs::write(&manifest, text).unwrap();
    for file in ["checks.rs", "main.rs", "exercise.rs"] {
        let path = fixture.root.join("exercises/01_double").join(file);
        let text = fs::read_to_string(path).unwrap();
        let text = text.replace("mod double", "mod half");
        fixture.write(&format!("exercises/02_half/{file}"), &text);
    }
    let sheet = SHEET.replace("\"double\"", "\"half\"");
    fixture.write("exercises/02_half/exercise.toml", &sheet);
    fixture.write("solutions/src/half.rs", SOLUTION);
    fixture
}

/// Whether all is solved, and what was said; an error in its words.
fn judge(fixture: &Fixture, line: &str) -> Result<(bool, String), String> {
    let mut out = Vec::new();
    let words = line.split_whitespace().map(OsString::from);
    let solved = checker::terminal::judge(&fixture.root, words, &mut out)
        .map_err(|error| format!("{error:#}"))?;
    Ok((solved, String::from_utf8(out).unwrap()))
}

fn entry(fixture: &Fixture, id: &str) -> checker::Entry {
    Progress::load(&fixture.root).unwrap().entry(id)
}

#[test]
fn without_a_filter_it_goes_up_to_the_first_that_is_not_solved() {
    let fixture = with_two("judge-all");
    let (solved, told) = judge(&fixture, "all").unwrap();
    assert!(!solved);
    assert!(told.contains("open     01_double\n"), "{told}");
    assert!(told.contains("exercises/01_double/exercise.rs:4"), "{told}");
    assert!(!told.contains("02_half"), "{told}");
    assert!(!fixture.root.join(".book").exists(), "nothing was begun");

    fixture.body("n * 2");
    let (solved, told) = judge(&fixture, "all").unwrap();
    assert!(!solved);
    assert!(told.contains("ok       01_double\n"), "{told}");
    assert!(told.contains("open     02_half\n"), "{told}");
    assert_eq!(entry(&fixture, "double").state, State::Solved);

    fixture.write("exercises/02_half/exercise.rs", "fn");
    let (_, told) = judge(&fixture, "all").unwrap();
    assert!(told.contains("BROKEN   02_half\n"), "{told}");
    assert!(told.contains("02_half/exercise.rs:1"), "{told}");
    let text = "pub fn double(n: u32) -> u32 { n + n }\n";
    fixture.write("exercises/02_half/exercise.rs", text);
    let (solved, told) = judge(&fixture, "all").unwrap();
    assert!(solved, "{told}");
    assert!(told.ends_with("all 2 exercises are solved\n"), "{told}");
}

#[test]
fn one_that_does_not_compile_keeps_no_other_from_its_verdict() {
    let fixture = with_two("judge-broken");
    fixture.write("exercises/02_half/exercise.rs", "fn");
    fixture.body("n * 2");
    let (solved, told) = judge(&fixture, "all double").unwrap();
    assert!(solved, "{told}");
    assert!(told.contains("01_double: solved"), "{told}");
    assert!(told.contains("next: Twice as much (02_half"), "{told}");
}

#[test]
fn the_first_check_of_the_catalogue_is_the_one_that_is_told() {
    let fixture = Fixture::new("judge-first");
    fixture.body("println!(\"n is {n}\"); assert!(n > 9, \"too small\"); n");
    let (solved, told) = judge(&fixture, "all double").unwrap();
    assert!(!solved);
    let place = |text: &str| {
        told.find(text)
            .unwrap_or_else(|| panic!("no `{text}` in {told}"))
    };
    let order = [
        "FAILED   one_becomes_two",
        "FAILED   nothing_stays_nothing",
        "your code printed:\n",
        "n is 1",
        "too small",
        "01_double: one_becomes_two fails (0 passed)",
        "a hint (3 left): cargo book hint 01_double",
    ];
    let places: Vec<usize> = order.into_iter().map(place).collect();
    assert!(places.is_sorted(), "{told}");
    assert_eq!(told.matches("too small").count(), 1, "{told}");
    assert!(!told.contains("panicked at") && !told.contains('\u{1b}'));
    let entry = entry(&fixture, "double");
    assert_eq!(entry.state, State::Failing);
    assert_eq!(entry.failing.as_deref(), Some("one_becomes_two"));
}

#[test]
fn some_of_the_checks_are_no_verdict_on_all() {
    let fixture = Fixture::new("judge-some");
    fixture.body("n");
    let line = "all double::nothing_stays_nothing --exact --nocapture";
    let (solved, told) = judge(&fixture, line).unwrap();
    assert!(solved, "{told}");
    assert!(told.contains("1 of 2 checks passed"), "{told}");
    assert!(!told.contains("one_becomes_two"), "{told}");
    assert_eq!(entry(&fixture, "double").state, State::Unsolved);
    let (solved, _) = judge(&fixture, "all one_becomes").unwrap();
    assert!(!solved);
    let failing = entry(&fixture, "double").failing;
    assert_eq!(failing.as_deref(), Some("one_becomes_two"));
}

#[test]
fn what_no_exercise_is_called_is_an_error() {
    let fixture = with_two("judge-filter");
    let error = judge(&fixture, "all doubel").unwrap_err();
    assert!(error.contains("did you mean `01_double`?"), "{error}");
    // The program of another exercise, with a filter that is for this one.
    let (solved, told) = judge(&fixture, "one 02_half x double").unwrap();
    assert!(solved && told.is_empty(), "{told}");
    assert!(judge(&fixture, "").unwrap_err().contains("cargo test"));
}

#[test]
fn the_names_are_those_that_filters_take() {
    let fixture = with_two("judge-list");
    let (_, told) = judge(&fixture, "all --list --format terse").unwrap();
    assert_eq!(told, "01_double: test\n02_half: test\n");
    let (_, told) = judge(&fixture, "one 02_half x --list half::one").unwrap();
    let exercise = "02_half: test\n";
    assert!(
        told == "half::one_becomes_two: test\n" || told == exercise,
        "{told}"
    );
    let (_, told) = judge(&fixture, "all --list --ignored").unwrap();
    assert_eq!(told, "");
}

#[test]
fn colors_are_there_when_they_are_asked_for() {
    let fixture = Fixture::new("judge-color");
    let (_, told) = judge(&fixture, "all double --color always").unwrap();
    assert!(told.contains('\u{1b}'), "{told}");
    let (_, told) = judge(&fixture, "all double --color=never").unwrap();
    assert!(!told.contains('\u{1b}'), "{told}");
}
