//! What the reader has reached survives, and is never half written.

use std::fs;

use checker::{Entry, Progress, State, Verdict};

use crate::fixture::Fixture;

const FILE: &str = ".book/progress.json";

fn read(fixture: &Fixture, path: &str) -> String {
    fs::read_to_string(fixture.root.join(path)).unwrap()
}

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
fn a_newer_version_is_refused_with_a_remedy() {
    let fixture = Fixture::new("progress-version");
    let text = r#"{"version":9,"exercises":{}}"#;
    fixture.write(FILE, text);
    let said = Progress::load(&fixture.root).unwrap_err().to_string();
    assert!(said.contains("version 9"), "{said}");
    assert!(said.contains("update the program"), "{said}");
    assert_eq!(read(&fixture, FILE), text);
}

#[test]
fn version_1_is_read_and_becomes_version_2() {
    let fixture = Fixture::new("progress-migrate");
    fixture.write(
        FILE,
        r#"{"version":1,"exercises":{"double":{"state":"solved",
        "solved_at":1764317000,"checks_hash":"ab","judged":"cd",
        "hints_revealed":2,"solution_revealed":true}}}"#,
    );
    let mut progress = Progress::load(&fixture.root).unwrap();
    let expected = Entry {
        state: State::Solved,
        failing: None,
        solved_at: Some(1_764_317_000),
        checks_hash: "ab".to_owned(),
        judged: "cd".to_owned(),
        hints: vec![0, 1],
        solution_revealed: true,
    };
    assert_eq!(progress.entry("double"), expected);
    assert!(read(&fixture, FILE).contains("\"version\":1"), "only read");
    progress.update("other", |e| e.hints = vec![1]).unwrap();
    assert!(read(&fixture, FILE).contains("\"version\": 2"));
    let again = Progress::load(&fixture.root).unwrap();
    assert_eq!(again.entry("double"), expected);
}

#[test]
fn what_cannot_be_understood_is_moved_aside_and_told() {
    let fixture = Fixture::new("progress-broken-file");
    for (number, rubbish) in (1..).zip(["{", "", "[]", "{\"version\":2}", "\0"])
    {
        fixture.write(FILE, rubbish);
        let progress = Progress::load(&fixture.root).unwrap();
        assert_eq!(progress.entry("double"), Entry::default());
        let aside = format!("{FILE}.broken-{number}");
        let notice = progress.notice().unwrap();
        assert!(notice.contains(&aside), "{notice}");
        assert!(notice.contains("begins anew"), "{notice}");
        assert_eq!(read(&fixture, &aside), rubbish);
        // Said once.
        let again = Progress::load(&fixture.root).unwrap();
        assert_eq!(again.notice(), None);
    }
}

/// The system may have promised more than the disk has kept.
#[test]
fn a_file_that_was_cut_off_costs_one_change_at_most() {
    let fixture = Fixture::new("progress-cut");
    let mut progress = Progress::load(&fixture.root).unwrap();
    progress.update("a", |e| e.hints = vec![0]).unwrap();
    progress.update("b", |e| e.hints = vec![1]).unwrap();
    let whole = read(&fixture, FILE);
    for length in 0..whole.len() - 1 {
        fixture.write(FILE, &whole[..length]);
        let again = Progress::load(&fixture.root).unwrap();
        assert_eq!(again.entry("a").hints, [0], "at {length}");
        assert!(again.notice().unwrap().contains("before its last change"));
    }
    // A save that was killed leaves this behind, and it means nothing.
    fixture.write(FILE, &whole);
    fixture.write(".book/.progress.json.1-0.part", "{");
    let again = Progress::load(&fixture.root).unwrap();
    assert_eq!(again.entry("b").hints, [1]);
    assert_eq!(again.notice(), None);
}

#[test]
fn who_deletes_the_file_begins_anew() {
    let fixture = Fixture::new("progress-deleted");
    let mut progress = Progress::load(&fixture.root).unwrap();
    progress.update("a", |e| e.hints = vec![0]).unwrap();
    progress.update("a", |e| e.hints = vec![0, 1]).unwrap();
    fs::remove_file(fixture.root.join(FILE)).unwrap();
    let progress = Progress::load(&fixture.root).unwrap();
    assert_eq!(progress.entry("a"), Entry::default());
}

#[test]
fn many_writers_lose_nothing() {
    let fixture = Fixture::new("progress-many");
    let root = &fixture.root;
    std::thread::scope(|scope| {
        for writer in 0..2 {
            scope.spawn(move || {
                for turn in 0..200 {
                    let mut progress = Progress::load(root).unwrap();
                    let id = format!("w{writer}_{turn}");
                    progress.update(&id, |e| e.hints = vec![turn]).unwrap();
                }
            });
        }
    });
    all_are_there(&fixture, ["w0", "w1"]);
}

/// In processes of their own, as a server and `cargo book watch` are.
#[test]
fn many_programs_lose_nothing() {
    const ROLE: &str = "DRILL_TEST_WRITER";
    if let Ok(role) = std::env::var(ROLE) {
        let (name, root) = role.split_once(' ').unwrap();
        let root = std::path::Path::new(root);
        let mut progress = Progress::load(root).unwrap();
        for turn in 0..200 {
            let id = format!("{name}_{turn}");
            progress.update(&id, |e| e.hints = vec![turn]).unwrap();
        }
        return;
    }
    let fixture = Fixture::new("progress-programs");
    let programs = ["a", "b"].map(|name| {
        let role = format!("{name} {}", fixture.root.display());
        std::process::Command::new(std::env::current_exe().unwrap())
            .args(["progress::many_programs_lose_nothing", "--exact"])
            .env(ROLE, role)
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap()
    });
    for mut program in programs {
        assert!(program.wait().unwrap().success());
    }
    all_are_there(&fixture, ["a", "b"]);
}

fn all_are_there(fixture: &Fixture, writers: [&str; 2]) {
    let progress = Progress::load(&fixture.root).unwrap();
    for writer in writers {
        for turn in 0..200 {
            let entry = progress.entry(&format!("{writer}_{turn}"));
            assert_eq!(entry.hints, [turn], "{writer}_{turn}");
        }
    }
}

#[test]
fn the_day_of_the_first_time_stays_when_the_clock_does_not() {
    let fixture = Fixture::new("progress-clock");
    let exercise = fixture.exercise();
    let mut progress = Progress::load(&fixture.root).unwrap();
    // Solved when the clock was a century ahead.
    let ahead = 4_900_000_000;
    progress
        .update("double", |entry| entry.solved_at = Some(ahead))
        .unwrap();
    let entry = progress.record(&exercise, &Verdict::Solved).unwrap();
    assert_eq!(entry.solved_at, Some(ahead));
    assert_eq!(entry.state, State::Solved);
}

/// What `git pull` may do: the chapter's number changes, an exercise goes.
#[test]
fn an_entry_belongs_to_the_id_and_not_to_the_folder() {
    let fixture = Fixture::new("progress-renamed");
    let root = &fixture.root;
    let mut progress = Progress::load(root).unwrap();
    progress
        .record(&fixture.exercise(), &Verdict::Solved)
        .unwrap();
    let folder = |name: &str| root.join("exercises").join(name);
    fs::rename(folder("01_double"), folder("07_double")).unwrap();
    let moved = fixture.exercise();
    assert_eq!(moved.name, "07_double");
    let mut progress = Progress::load(root).unwrap();
    assert_eq!(progress.entry("double").state, State::Solved);
    assert!(!progress.is_outdated(&moved));
    fixture.write("exercises/07_double/checks.rs", "// new\n");
    assert!(progress.is_outdated(&moved));
    // Gone for a while: others change, and its entry stays.
    fs::rename(folder("07_double"), root.join("away")).unwrap();
    progress
        .update("other", |entry| entry.hints = vec![0])
        .unwrap();
    let progress = Progress::load(root).unwrap();
    assert!(progress.entry("double").solved_at.is_some());
}

#[test]
fn the_check_that_failed_is_remembered() {
    let fixture = Fixture::new("progress-failing");
    let exercise = fixture.exercise();
    let mut progress = Progress::load(&fixture.root).unwrap();
    let failing = Verdict::Failing {
        check: "one_becomes_two".to_owned(),
        message: "no".to_owned(),
        passed: Vec::new(),
    };
    let entry = progress.record(&exercise, &failing).unwrap();
    assert_eq!(entry.failing.as_deref(), Some("one_becomes_two"));
    let entry = progress.forget_verdict("double").unwrap();
    assert_eq!((entry.failing, entry.judged.as_str()), (None, ""));
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
