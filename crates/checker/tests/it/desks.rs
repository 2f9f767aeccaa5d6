//! What the reader edits is saved whole, kept, and brought back.

use std::fs;

use checker::desk::{self, Desk, Kind};
use checker::{has_batch, reset_all, undo_all};

use crate::fixture::{Fixture, SHEET, SOLUTION};

const MINE: &str = "pub fn double(n: u32) -> u32 { n + n } // mine\n";
const EXAMPLE: &str = "fn main() {}\n";

fn exercise(fixture: &Fixture) -> Desk {
    desk::find(&fixture.root, &fixture.root, Kind::Exercise, "double").unwrap()
}

fn example(fixture: &Fixture) -> Desk {
    fixture.write("examples/hello.rs", EXAMPLE);
    desk::find(&fixture.root, &fixture.root, Kind::Example, "hello").unwrap()
}

#[test]
fn only_what_exists_has_a_desk() {
    let fixture = Fixture::new("desk-names");
    example(&fixture);
    fixture.write("secret.rs", "");
    let root = &fixture.root;
    for name in [
        "",
        ".",
        "..",
        "../secret",
        "hello.rs",
        "/hello",
        "HELLO",
        "sub/hello",
        "..\\secret",
        "hello\0",
    ] {
        let found = desk::find(root, root, Kind::Example, name);
        assert!(found.is_err(), "{name}");
        let found = desk::find(root, root, Kind::Exercise, name);
        assert!(found.is_err(), "{name}");
    }
}

#[test]
fn an_example_is_edited_in_a_copy() {
    let fixture = Fixture::new("desk-example");
    let desk = example(&fixture);
    assert_eq!(desk.text().unwrap(), EXAMPLE);
    assert_eq!(desk.revision(), "");
    assert!(!desk.is_edited());
    desk.save(MINE).unwrap();
    assert!(desk.is_edited());
    assert_eq!(desk.revision(), checker::hash(MINE));
    let file = fixture.root.join("examples/hello.rs");
    assert_eq!(fs::read_to_string(file).unwrap(), EXAMPLE);
    let kept = desk.reset().unwrap().unwrap();
    assert!(kept.starts_with(fixture.root.join(".book/backups/example-hello")));
    assert_eq!(desk.text().unwrap(), EXAMPLE);
    assert_eq!(desk.reset().unwrap(), None);
    desk.undo().unwrap();
    assert_eq!(desk.text().unwrap(), MINE);
    assert!(desk.backups().is_empty());
}

#[test]
fn a_text_that_is_in_no_file_can_be_kept() {
    let fixture = Fixture::new("desk-keep");
    let desk = exercise(&fixture);
    assert_eq!(desk.keep("").unwrap(), None);
    let path = desk.keep(MINE).unwrap().unwrap();
    assert_eq!(fs::read_to_string(path).unwrap(), MINE);
    assert_eq!(desk.backups().len(), 1);
    assert!(!desk.is_edited());
}

#[test]
fn a_home_elsewhere_is_used() {
    let fixture = Fixture::new("desk-home");
    let home = fixture.root.join("elsewhere");
    fixture.answer(MINE);
    let desk = desk::find(&fixture.root, &home, Kind::Exercise, "double");
    let kept = desk.unwrap().reset().unwrap().unwrap();
    assert!(kept.starts_with(&home), "{}", kept.display());
    assert!(!fixture.root.join(".book").exists());
}

#[test]
fn a_clock_that_was_set_back_changes_no_order() {
    let fixture = Fixture::new("desk-clock");
    let desk = exercise(&fixture);
    // Kept when the clock was a century ahead.
    let ahead = 4_900_000_000_000_u64;
    fixture.write(&format!(".book/backups/double/{ahead}.rs"), "// one\n");
    desk.keep("// two\n").unwrap();
    desk.keep("// three\n").unwrap();
    let all = desk.backups();
    let numbers: Vec<u64> = all.iter().map(|backup| backup.number).collect();
    assert_eq!(numbers, [ahead, ahead + 1, ahead + 2]);
    assert_eq!(all[0].text().unwrap(), "// one\n");
    desk.undo().unwrap();
    assert_eq!(desk.text().unwrap(), "// three\n");
}

#[test]
fn a_backup_that_was_not_written_to_its_end_is_none() {
    let fixture = Fixture::new("desk-part");
    let desk = exercise(&fixture);
    desk.keep(MINE).unwrap();
    // Killed after it took the name, and while it wrote.
    fixture.write(".book/backups/double/4900000000000.rs", "");
    fixture.write(".book/backups/double/.1.rs.7-0.part", "// ha");
    assert_eq!(desk.backups().len(), 1);
    desk.undo().unwrap();
    assert_eq!(desk.text().unwrap(), MINE);
}

#[test]
fn many_at_once_overwrite_nothing() {
    let fixture = Fixture::new("desk-many");
    let desk = exercise(&fixture);
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let desk = &desk;
            scope.spawn(move || {
                for text in 0..25 {
                    desk.keep(&format!("// {writer} {text}\n")).unwrap();
                }
            });
        }
    });
    let texts = desk.backups().iter().map(|b| b.text().unwrap()).collect();
    let texts: std::collections::BTreeSet<String> = texts;
    assert_eq!(texts.len(), 100);
}

#[test]
fn windows_line_ends_stay() {
    let fixture = Fixture::new("desk-crlf");
    fixture.answer(&MINE.replace('\n', "\r\n"));
    let desk = exercise(&fixture);
    assert_eq!(desk.text().unwrap(), MINE);
    assert_eq!(desk.revision(), checker::hash(MINE));
    desk.save("// a\n// b\n").unwrap();
    let on_disk = || fs::read_to_string(&desk.path).unwrap();
    assert_eq!(on_disk(), "// a\r\n// b\r\n");
    desk.reset().unwrap();
    assert!(!desk.is_edited());
    assert!(!on_disk().replace("\r\n", "").contains('\n'));
    desk.undo().unwrap();
    assert_eq!(on_disk(), "// a\r\n// b\r\n");
}

#[test]
#[cfg(unix)]
fn links_are_followed_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = Fixture::new("desk-link");
    let desk = exercise(&fixture);
    let elsewhere = fixture.root.join("mine.rs");
    fs::rename(&desk.path, &elsewhere).unwrap();
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &desk.path).unwrap();
    desk.save(MINE).unwrap();
    assert!(desk.path.is_symlink());
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), MINE);
    let mode = fs::metadata(&elsewhere).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn nobody_reads_half_of_a_text() {
    let fixture = Fixture::new("desk-whole");
    let desk = exercise(&fixture);
    let texts = ["a", "b"].map(|letter| letter.repeat(100_000));
    desk.save(&texts[0]).unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for turn in 0..100 {
                desk.save(&texts[turn % 2]).unwrap();
            }
        });
        while !writer.is_finished() {
            let text = desk.text().unwrap();
            assert!(texts.contains(&text), "{} bytes", text.len());
        }
    });
    let left = fs::read_dir(&fixture.exercise().dir).unwrap().count();
    assert_eq!(left, 4, "no file is left beside it");
}

/// Three exercises, of which two are edited.
fn three(name: &str) -> Fixture {
    let fixture = Fixture::new(name);
    for id in ["triple", "half"] {
        let sheet = SHEET.replace("\"double\"", &format!("{id:?}"));
        fixture.write(&format!("exercises/01_{id}/exercise.toml"), &sheet);
        fixture.write(&format!("solutions/src/{id}.rs"), SOLUTION);
        fixture.write(&format!("exercises/01_{id}/exercise.rs"), MINE);
    }
    fixture
}

fn text(fixture: &Fixture, id: &str) -> String {
    let path = format!("exercises/01_{id}/exercise.rs");
    fs::read_to_string(fixture.root.join(path)).unwrap()
}

#[test]
fn all_are_reset_and_brought_back() {
    let fixture = three("batch");
    let root = &fixture.root;
    let stub = text(&fixture, "double");
    assert!(undo_all(root, root).is_err());
    let done = reset_all(root, root).unwrap();
    assert_eq!(done.reset, ["half", "triple"]);
    assert_eq!(done.kept, 2);
    assert!(done.batch.is_some() && has_batch(root));
    for id in ["double", "triple", "half"] {
        assert_eq!(text(&fixture, id), stub);
    }
    assert_eq!(
        reset_all(root, root).unwrap(),
        checker::batch::Reset::default()
    );
    // One goes on before all come back.
    fixture.write("exercises/01_half/exercise.rs", "// new\n");
    assert_eq!(undo_all(root, root).unwrap(), ["half", "triple"]);
    assert_eq!(text(&fixture, "half"), MINE);
    assert_eq!(text(&fixture, "triple"), MINE);
    assert!(!has_batch(root));
    // What stood there is not lost, and nothing else is left.
    let desk = desk::find(root, root, Kind::Exercise, "half").unwrap();
    desk.undo().unwrap();
    assert_eq!(text(&fixture, "half"), "// new\n");
}

#[test]
fn a_reset_of_all_that_ends_in_the_middle_can_be_undone() {
    let fixture = three("batch-killed");
    let root = &fixture.root;
    reset_all(root, root).unwrap();
    // As if it had been killed before the last file.
    fixture.write("exercises/01_triple/exercise.rs", MINE);
    assert_eq!(undo_all(root, root).unwrap(), ["half", "triple"]);
    assert_eq!(text(&fixture, "half"), MINE);
    assert_eq!(text(&fixture, "triple"), MINE);
}

#[test]
fn an_undo_of_all_that_ends_in_the_middle_can_be_done_again() {
    let fixture = three("batch-undo-killed");
    let root = &fixture.root;
    reset_all(root, root).unwrap();
    // As if it had been killed after the first file.
    fixture.write("exercises/01_half/exercise.rs", MINE);
    assert_eq!(undo_all(root, root).unwrap(), ["half", "triple"]);
    let desk = desk::find(root, root, Kind::Exercise, "half").unwrap();
    assert!(desk.backups().is_empty(), "nothing was kept twice");
}

#[test]
fn one_that_came_back_alone_is_left_as_it_is() {
    let fixture = three("batch-one");
    let root = &fixture.root;
    reset_all(root, root).unwrap();
    let desk = desk::find(root, root, Kind::Exercise, "half").unwrap();
    desk.undo().unwrap();
    desk.save("// further\n").unwrap();
    assert_eq!(undo_all(root, root).unwrap(), ["triple"]);
    assert_eq!(text(&fixture, "half"), "// further\n");
}

#[test]
fn batches_come_back_newest_first() {
    let fixture = three("batch-twice");
    let root = &fixture.root;
    reset_all(root, root).unwrap();
    fixture.write("exercises/01_half/exercise.rs", "// second\n");
    reset_all(root, root).unwrap();
    assert_eq!(undo_all(root, root).unwrap(), ["half"]);
    assert_eq!(text(&fixture, "half"), "// second\n");
    assert_eq!(undo_all(root, root).unwrap(), ["half", "triple"]);
    assert_eq!(text(&fixture, "half"), MINE);
}
