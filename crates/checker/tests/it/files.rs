//! The reader's file is theirs.

use std::fs;

#[cfg(target_os = "linux")]
use checker::Desk;
#[cfg(target_os = "linux")]
use checker::desk::Saved;
use checker::{check_pristine, reset, undo_reset, wiring};

use crate::fixture::{Fixture, SHEET};

const MINE: &str = "pub fn double(n: u32) -> u32 { n + n } // mine\n";

#[test]
fn a_reset_keeps_a_backup_and_can_be_undone() {
    let fixture = Fixture::new("reset");
    let exercise = fixture.exercise();
    fixture.answer(MINE);
    let kept = reset(&fixture.root, &exercise).unwrap().unwrap();
    assert_eq!(fs::read_to_string(&kept).unwrap(), MINE);
    assert!(exercise.is_untouched(&fixture.root).unwrap());
    undo_reset(&fixture.root, &exercise).unwrap();
    assert_eq!(exercise.source().unwrap(), MINE);
    assert!(!kept.exists());
}

#[test]
fn a_reset_of_the_stub_keeps_nothing() {
    let fixture = Fixture::new("reset-stub");
    let exercise = fixture.exercise();
    assert_eq!(reset(&fixture.root, &exercise).unwrap(), None);
    let error = undo_reset(&fixture.root, &exercise).unwrap_err();
    assert!(error.to_string().contains("no backup"), "{error}");
}

#[test]
fn a_reset_brings_a_deleted_file_back() {
    let fixture = Fixture::new("reset-deleted");
    let exercise = fixture.exercise();
    fs::remove_file(exercise.source_path()).unwrap();
    reset(&fixture.root, &exercise).unwrap();
    assert!(exercise.is_untouched(&fixture.root).unwrap());
}

#[test]
fn backups_come_back_newest_first() {
    let fixture = Fixture::new("backups");
    let exercise = fixture.exercise();
    for text in ["// one\n", "// two\n", "// three\n"] {
        fixture.answer(text);
        reset(&fixture.root, &exercise).unwrap();
    }
    undo_reset(&fixture.root, &exercise).unwrap();
    assert_eq!(exercise.source().unwrap(), "// three\n");
    // What stands in the file is kept before another one replaces it.
    undo_reset(&fixture.root, &exercise).unwrap();
    assert_eq!(exercise.source().unwrap(), "// two\n");
    undo_reset(&fixture.root, &exercise).unwrap();
    assert_eq!(exercise.source().unwrap(), "// three\n");
}

#[test]
fn an_edited_file_is_not_pristine() {
    let fixture = Fixture::new("pristine");
    check_pristine(&fixture.root).unwrap();
    fixture.answer(MINE);
    let error = check_pristine(&fixture.root).unwrap_err();
    assert!(error.to_string().contains("01_double"), "{error}");
}

#[test]
fn the_todo_is_found() {
    let fixture = Fixture::new("todo-line");
    let exercise = fixture.exercise();
    assert_eq!(exercise.todo_line().unwrap(), 4);
    fixture.answer(MINE);
    assert_eq!(exercise.todo_line().unwrap(), 1);
}

#[test]
fn generated_files_are_written_once() {
    let fixture = Fixture::new("wiring");
    let before = fixture.exercise().source().unwrap();
    // The test root of the solutions and their library do not exist yet, and
    // the fixture's own targets have no crates.
    assert_eq!(wiring::generate(&fixture.root).unwrap().len(), 4);
    assert_eq!(wiring::stale(&fixture.root).unwrap().len(), 0);
    assert_eq!(fixture.exercise().source().unwrap(), before);
}

#[test]
fn two_exercises_may_not_share_an_id() {
    let fixture = Fixture::new("twins");
    fixture.write("exercises/02_double/exercise.toml", SHEET);
    let error = checker::catalogue(&fixture.root).unwrap_err().to_string();
    assert!(error.contains("the same id `double`"), "{error}");
}

#[test]
fn the_order_is_that_of_the_page() {
    let fixture = Fixture::new("order");
    let other = SHEET.replace("\"double\"", "\"add\"");
    fixture.write("exercises/01_add/exercise.toml", &other);
    let names = || {
        let all = checker::catalogue(&fixture.root).unwrap();
        all.into_iter().map(|e| e.name).collect::<Vec<_>>()
    };
    assert_eq!(names(), ["01_add", "01_double"]);
    fixture.write(
        "src/numbers.md",
        "<!-- exercise: 01_double -->\n\n<!-- exercise: 01_add -->\n",
    );
    assert_eq!(names(), ["01_double", "01_add"]);
}

#[test]
fn an_unknown_exercise_is_answered_with_the_known_ones() {
    let fixture = Fixture::new("unknown");
    let error = checker::find(&fixture.root, "doubel")
        .unwrap_err()
        .to_string();
    assert!(error.contains("there are: 01_double"), "{error}");
}

#[test]
fn a_changed_check_has_another_hash() {
    let fixture = Fixture::new("hash");
    let exercise = fixture.exercise();
    let before = exercise.check_hash();
    let text = fs::read_to_string(exercise.checks_path()).unwrap();
    let path = "exercises/01_double/checks.rs";
    fixture.write(path, &text.replace('\n', "\r\n"));
    assert_eq!(exercise.check_hash(), before);
    fixture.write(path, &text.replace("double(0), 0", "double(0), 1"));
    assert_ne!(exercise.check_hash(), before);
}

/// As a program names it that had our number before us.
#[cfg(target_os = "linux")]
fn left_over(beside: &std::path::Path, end: &str, text: &str) {
    let owner = bounded_process::Owner::current().prefix();
    let ended = owner.replacen('-', "-1", 1);
    let name = format!(".exercise.rs.{ended}{end}");
    fs::write(beside.with_file_name(name), text).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_killed_program_has_left_is_swept_and_no_text_is_lost() {
    let fixture = Fixture::new("swept");
    let exercise = fixture.exercise();
    fixture.answer(MINE);
    let desk = Desk::of_exercise(&fixture.root, &fixture.root, &exercise);
    let desk = desk.unwrap();
    left_over(&desk.path, "1.part", "half of a te");
    left_over(&desk.path, "2.whole.part", MINE);
    left_over(&desk.path, "3.whole.part", "// theirs\n");
    left_over(&desk.path, "4.whole.part", &desk.original);
    // Of a program that is alive.
    let alive = format!(
        ".exercise.rs.{}9.part",
        bounded_process::Owner::current().prefix()
    );
    fs::write(desk.path.with_file_name(&alive), "").unwrap();
    desk.sweep().unwrap();
    let kept = desk.backups();
    let kept: Vec<_> = kept.iter().map(|it| it.text().unwrap()).collect();
    assert_eq!(kept, ["// theirs\n"], "the others are in other places");
    let folder = fs::read_dir(desk.path.parent().unwrap()).unwrap();
    let hidden: Vec<_> = folder
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert_eq!(hidden, [alive]);
    assert_eq!(exercise.source().unwrap(), MINE);
}

#[cfg(target_os = "linux")]
#[test]
fn a_text_that_comes_late_is_kept() {
    use std::io::Write;
    let fixture = Fixture::new("late");
    let exercise = fixture.exercise();
    fixture.answer(MINE);
    let desk = Desk::of_exercise(&fixture.root, &fixture.root, &exercise);
    let desk = desk.unwrap();
    let editor = fs::File::options().write(true).open(&desk.path);
    let saved = desk.save_over("// page\n", Some(MINE.as_bytes())).unwrap();
    let Saved::Done(mut look) = saved else {
        panic!("{saved:?}");
    };
    let theirs = "// written by an editor that had opened it before\n";
    editor.unwrap().write_all(theirs.as_bytes()).unwrap();
    assert_eq!(look.look().unwrap(), None, "it may be half of a text");
    let kept = look.look().unwrap().unwrap();
    let kept = fs::read_to_string(kept).unwrap();
    assert!(kept.starts_with(theirs), "{kept}");
    assert_eq!(exercise.source().unwrap(), "// page\n");
    assert_eq!(look.look().unwrap(), None, "it is kept");
    drop(look);
    assert_eq!(desk.backups().len(), 1, "once");
}

#[test]
fn a_long_text_that_was_reset_comes_back() {
    let fixture = Fixture::new("long");
    let exercise = fixture.exercise();
    let long = "// a line of a log\n".repeat(100_000);
    fixture.answer(&long);
    reset(&fixture.root, &exercise).unwrap().unwrap();
    undo_reset(&fixture.root, &exercise).unwrap();
    let back = fs::read_to_string(exercise.source_path()).unwrap();
    assert!(back == long, "{} of {} bytes", back.len(), long.len());
}
