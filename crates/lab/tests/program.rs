//! The `main` of an exercise, in a program that is one.

use std::env;
use std::process::{Command, ExitCode, Output};

use lab::{Log, finish, ms};

#[path = "program/exercise.rs"]
mod exercise;

/// As `checks.rs` writes them.
mod checks {
    use super::*;

    #[lab::check]
    async fn it_passes() {
        println!("printed");
        tokio::time::sleep(ms(60_000)).await;
    }

    #[lab::check]
    async fn it_complains() {
        let log = Log::new();
        lab::check_that(&log, false, "a pear", "an apple", "the tree");
    }

    #[lab::check]
    async fn it_panics() {
        let log = Log::new();
        finish("f", &log, async {
            log.visit("page 0", ms(100)).await;
            exercise::less(ms(1));
        })
        .await
    }

    #[lab::check]
    async fn a_task_panics() {
        let task = tokio::spawn(async { exercise::one_of(&[]) });
        assert!(task.await.is_ok(), "no result");
    }
}

const CHECKS: &[lab::Check] = &[
    ("it_passes", checks::it_passes),
    ("it_complains", checks::it_complains),
    ("it_panics", checks::it_panics),
    ("a_task_panics", checks::a_task_panics),
];

fn run(check: &str) -> Output {
    Command::new(env::current_exe().expect("own path"))
        .args([&format!("one::{check}"), "--exact", "--nocapture"])
        .env(lab::ALONE, "1")
        .env("RUST_BACKTRACE", "1")
        .output()
        .expect("it starts itself")
}

fn main() -> ExitCode {
    if env::var_os(lab::ALONE).is_some() {
        return lab::main("no judge", "01_one", CHECKS);
    }
    let told = |check: &str| {
        let output = run(check);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    };
    let (code, out, error) = told("it_passes");
    assert_eq!((code, error.as_str()), (Some(0), ""));
    assert!(out.starts_with("printed\n"), "{out}");
    assert!(out.contains("test result: ok. 1 passed"), "{out}");

    let (code, out, error) = told("it_complains");
    assert_eq!((code, out.as_str()), (Some(101), ""));
    assert!(error.starts_with("expected: a pear\n"), "{error}");
    assert!(error.ends_with("likely cause: the tree\n"), "{error}");

    // Without a call stack, and with what happened before.
    let (code, _, error) = told("it_panics");
    assert_eq!(code, Some(101));
    assert_eq!(
        error.trim_end().lines().collect::<Vec<_>>(),
        [
            "your code panicked at exercises/program/exercise.rs:10:5:",
            "overflow when subtracting durations",
            "who ran when, in virtual time:",
            "  page 0 |####################  0 -> 100 ms",
        ]
    );

    let (_, _, error) = told("a_task_panics");
    assert_eq!(
        error.lines().collect::<Vec<_>>(),
        [
            "your code panicked at exercises/program/exercise.rs:6:5:",
            "index out of bounds: the len is 0 but the index is 0",
            "",
            "no result",
        ]
    );

    let (code, out, _) = told("it_is_missing");
    assert_eq!(code, Some(0));
    assert!(out.contains("running 0 tests"), "{out}");
    ExitCode::SUCCESS
}
