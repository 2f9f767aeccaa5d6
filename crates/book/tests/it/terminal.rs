//! The commands for those who stay in the terminal.

use std::process::{Command, Output};

use crate::fixture::{Checkout, STUB};

pub const MINE: &str = "exercises/01_one/exercise.rs";

const SHEET: &str = r#"
id = "ID"
title = "One more"
chapter = "page.md"
minutes = 5
checks = ["it_is_one", "it_ends"]
[[hints]]
text = "Look at the number."
[[hints]]
text = "Do not wait for ever."
for = ["it_ends"]
[[hints]]
text = "Write it down."
"#;

const CHECKS: &str = r#"
use super::exercise::*;

#[test]
fn it_is_one() {
    assert_eq!(one(), 1, "one is expected");
}

#[test]
fn it_ends() {
    assert!(one() < 9, "it is too much");
}
"#;

const MESSAGES: &str = "\
| Message | Code | What to look at | Explained in |
|---|---|---|---|
| `cannot multiply` | E0277 | a product | [Numbers](numbers.md#traps) |

| Message | What to look at | Explained in |
|---|---|---|
| `one is expected` | another number | [The page](page.md#one) |
";

const ANSWER: &str = "\
//! wrong: it_is_one
//! says: one is expected
//! says: left: 2
//!
//! Two is one
//! too many.
";

/// A checkout whose exercises need no crates: they build in no time.
pub fn with_exercises() -> Checkout {
    let checkout = Checkout::new();
    let mut manifest = String::from(
        "[package]\nname = \"exercises\"\nedition = \"2024\"\n\
         autotests = false\n",
    );
    for (name, id) in [("01_one", "one"), ("02_more", "more")] {
        manifest += &format!(
            "[[test]]\nname = \"{name}\"\npath = \"{name}/main.rs\"\n"
        );
        let main =
            format!("mod exercise;\n#[path = \"checks.rs\"]\nmod {id};\n");
        for (file, text) in [
            ("main.rs", main.as_str()),
            ("checks.rs", CHECKS),
            ("exercise.rs", STUB),
            ("exercise.toml", &SHEET.replace("ID", id)),
        ] {
            checkout.write(&format!("exercises/{name}/{file}"), text);
        }
    }
    checkout.write("exercises/Cargo.toml", &manifest);
    let solution = checkout.read("solutions/src/one.rs");
    checkout.write("solutions/src/more.rs", &solution);
    let workspace = checkout.read("Cargo.toml");
    let members = "[workspace]\nmembers = [\"exercises\"]";
    let workspace = workspace.replace("[workspace]", members);
    checkout.write("Cargo.toml", &workspace);
    checkout.write("crates/answers/answers/one/two.rs", ANSWER);
    checkout.write("src/page.md", "# The page\n\nhello\n");
    checkout.write("src/error-messages.md", MESSAGES);
    checkout
}

fn output(checkout: &Checkout, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_book"))
        .current_dir(checkout.root().join("src"))
        .args(arguments)
        .output()
        .unwrap()
}

fn said(checkout: &Checkout, arguments: &[&str]) -> String {
    let output = output(checkout, arguments);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn refused(checkout: &Checkout, arguments: &[&str]) -> String {
    let output = output(checkout, arguments);
    assert!(!output.status.success(), "{arguments:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_reset_is_undone_by_name() {
    let checkout = with_exercises();
    let error = refused(&checkout, &["reset", "one", "--undo"]);
    assert!(error.contains("no backup"), "{error}");
    checkout.write(MINE, "// first\n");
    said(&checkout, &["reset", "one"]);
    checkout.write(MINE, "// second\n");
    said(&checkout, &["reset", "one"]);
    assert_eq!(checkout.read(MINE), STUB);
    let told = said(&checkout, &["reset", "one", "--undo"]);
    assert!(told.contains("1 earlier text left"), "{told}");
    assert_eq!(checkout.read(MINE), "// second\n");
}

#[test]
fn all_are_reset_and_come_back() {
    let checkout = with_exercises();
    let other = "exercises/02_more/exercise.rs";
    let told = said(&checkout, &["reset", "--all"]);
    assert!(told.contains("already"), "{told}");
    checkout.write(MINE, "// mine\n");
    checkout.write(other, "// more\n");
    let told = said(&checkout, &["reset", "--all"]);
    assert!(told.contains("reset 2 exercises: one, more"), "{told}");
    assert!(told.contains("cargo book reset --all --undo"), "{told}");
    assert_eq!(checkout.read(MINE), STUB);
    let told = said(&checkout, &["reset", "--all", "--undo"]);
    assert!(told.contains("one, more"), "{told}");
    assert_eq!(checkout.read(MINE), "// mine\n");
    assert_eq!(checkout.read(other), "// more\n");
    let error = refused(&checkout, &["reset", "--all", "--undo"]);
    assert!(error.contains("no reset of all"), "{error}");
    let error = refused(&checkout, &["reset"]);
    assert!(error.contains("NAME"), "{error}");
}

#[test]
fn the_check_that_failed_chooses_the_hint() {
    let checkout = with_exercises();
    checkout.write(
        ".book/progress.json",
        r#"{"version":2,"exercises":{"one":{"state":"failing",
        "failing":"it_ends"}}}"#,
    );
    let hint = || said(&checkout, &["hint", "one"]);
    let first = hint();
    assert!(first.contains("Hint 1 of 3"), "{first}");
    assert!(first.contains("Do not wait for ever."), "{first}");
    let second = hint();
    assert!(second.contains("Look at the number."), "{second}");
    assert!(!second.contains("for ever"), "{second}");
    assert!(hint().contains("all hints"));
    let again = hint();
    assert!(again.contains("Hint 1 of 3") && again.contains("Hint 3 of 3"));
}

#[test]
fn the_progress_is_told_chapter_by_chapter() {
    let checkout = with_exercises();
    let told = said(&checkout, &["progress"]);
    assert!(
        told.contains("The page\n  01_one   not solved yet\n"),
        "{told}"
    );
    assert!(told.ends_with("0 of 2 exercises solved\n"), "{told}");
    checkout.write(
        ".book/progress.json",
        r#"{"version":2,"exercises":{
        "one":{"state":"solved","solved_at":1764317000,"checks_hash":"old",
               "hints":[0,1],"solution_revealed":true},
        "more":{"state":"failing","failing":"it_ends","judged":"x"}}}"#,
    );
    let told = said(&checkout, &["progress"]);
    assert!(
        told.contains(
            "01_one   solved on 2025-11-28, its checks have changed since, \
             2 hints seen, solution seen"
        ),
        "{told}"
    );
    assert!(told.contains("it_ends fails, edited since"), "{told}");
    assert!(told.ends_with("1 of 2 exercises solved\n"), "{told}");
}

#[test]
fn a_broken_file_of_progress_is_told_and_kept() {
    let checkout = with_exercises();
    checkout.write(".book/progress.json", "{");
    let told = said(&checkout, &["progress"]);
    assert!(told.starts_with("warning: "), "{told}");
    assert!(told.contains("progress.json.broken-1"), "{told}");
    assert_eq!(checkout.read(".book/progress.json.broken-1"), "{");
    assert!(!said(&checkout, &["progress"]).contains("warning"));
}

#[test]
fn each_command_has_its_help() {
    let checkout = with_exercises();
    for command in ["next", "watch", "hint", "reset", "progress"] {
        let told = said(&checkout, &[command, "--help"]);
        assert!(told.contains("Usage: cargo book"), "{told}");
    }
}
