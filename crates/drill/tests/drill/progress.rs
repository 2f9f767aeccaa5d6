//! What the reader has reached survives, and is never half written.

use std::fs;

use drill::{Entry, Progress, State, Verdict};

use crate::fixture::Fixture;

#[test]
fn it_survives_a_restart() {
    let fixture = Fixture::new("progress");
    let (root, exercise) = (&fixture.root, fixture.exercise());
    let mut progress = Progress::load(root).unwrap();
    assert_eq!(progress.entry("double"), Entry::default());
    progress.record(&exercise, &Verdict::Solved).unwrap();
    progress.reveal_hint(&exercise, None).unwrap();
    progress.reveal_solution(&exercise).unwrap();

    let entry = Progress::load(root).unwrap().entry("double");
    assert_eq!(entry.state, State::Solved);
    assert!(entry.solved_at.is_some());
    assert_eq!(entry.checks_hash, exercise.check_hash());
    assert_eq!((entry.hints, entry.solution_revealed), (vec![0], true));
    assert!(!root.join(".book/progress.part").exists());
}

#[test]
fn a_later_failure_does_not_take_the_day_away() {
    let fixture = Fixture::new("progress-broken");
    let exercise = fixture.exercise();
    let mut progress = Progress::load(&fixture.root).unwrap();
    let solved = progress.record(&exercise, &Verdict::Solved).unwrap();
    let broken = Verdict::Broken {
        errors: String::new(),
        diagnostics: Vec::new(),
    };
    let entry = progress.record(&exercise, &broken).unwrap();
    assert_eq!(entry.state, State::Broken);
    assert_eq!(entry.solved_at, solved.solved_at);
}

#[test]
fn there_are_only_so_many_hints() {
    let fixture = Fixture::new("progress-hints");
    let exercise = fixture.exercise();
    let mut progress = Progress::load(&fixture.root).unwrap();
    for _ in 0..5 {
        progress.reveal_hint(&exercise, None).unwrap();
    }
    assert_eq!(progress.entry("double").hints, [0, 1, 2]);
}

#[test]
fn two_programs_do_not_undo_one_another() {
    let fixture = Fixture::new("progress-two");
    let mut one = Progress::load(&fixture.root).unwrap();
    let mut two = Progress::load(&fixture.root).unwrap();
    one.update("a", |entry| entry.hints = vec![1]).unwrap();
    two.update("b", |entry| entry.hints = vec![2]).unwrap();
    let both = Progress::load(&fixture.root).unwrap();
    assert_eq!(both.entry("a").hints, [1]);
    assert_eq!(both.entry("b").hints, [2]);
}

#[test]
fn other_checks_make_it_outdated() {
    let fixture = Fixture::new("progress-outdated");
    let exercise = fixture.exercise();
    let mut progress = Progress::load(&fixture.root).unwrap();
    assert!(!progress.is_outdated(&exercise));
    progress.record(&exercise, &Verdict::Solved).unwrap();
    assert!(!progress.is_outdated(&exercise));
    fixture.write("exercises/01_double/checks.rs", "// new\n");
    assert!(progress.is_outdated(&exercise));
}

#[test]
fn another_version_and_rubbish_are_refused_with_a_remedy() {
    let fixture = Fixture::new("progress-version");
    let said = || Progress::load(&fixture.root).unwrap_err().to_string();
    fixture.write(".book/progress.json", r#"{"version":9,"exercises":{}}"#);
    assert!(said().contains("version 9"), "{}", said());
    fixture.write(".book/progress.json", "{");
    assert!(said().contains("delete it"), "{}", said());
    // Nothing of ours replaced what we do not understand.
    let path = fixture.root.join(".book/progress.json");
    assert_eq!(fs::read_to_string(path).unwrap(), "{");
}

#[test]
fn an_unwritable_place_is_an_error() {
    let fixture = Fixture::new("progress-unwritable");
    // A file where the folder should be: refused to root as well.
    fixture.write(".book", "in the way");
    let mut progress = match Progress::load(&fixture.root) {
        Ok(progress) => progress,
        Err(error) => {
            assert!(error.to_string().contains("progress.json"), "{error}");
            return;
        }
    };
    let error = progress.update("a", |e| e.hints = vec![1]).unwrap_err();
    assert!(error.to_string().contains(".book"), "{error}");
}
