//! Judges the answers of `answers/`.
//!
//! Each file there says at its head what must come of it:
//!
//! - `//! right`: every check passes.
//! - `//! wrong: CHECK`: this is the first check that fails, and its message
//!   has each of the `//! says:` phrases.
//! - `//! hangs: CHECK`: this check blocks its thread or spins, and the
//!   watchdog ends it; run in a process of its own.
//!
//! The stub of each exercise is an answer, too: every one of its checks fails.

// One checks file on many answers: that is what this is for.
#![allow(clippy::duplicate_mod)]

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::{env, fs, path::Path};

include!(concat!(env!("OUT_DIR"), "/trials.rs"));

/// One answer with the checks on it.
struct Trial {
    exercise: &'static str,
    answer: &'static str,
    source: &'static str,
    checks: &'static [(&'static str, fn())],
}

/// In a process that was started for one check: its name.
const ONLY: &str = "CORPUS_ONLY";

fn run(check: impl Future<Output = ()>) {
    lab::run(std::pin::pin!(check));
}

fn judge(trial: &Trial) {
    if let Ok(only) = env::var(ONLY) {
        return trial.check(&only)();
    }
    match (trial.answer, trial.says("wrong"), trial.says("hangs")) {
        ("stub", ..) => trial.fails_everywhere(),
        (_, Some(check), _) => trial.is_rejected_by(check),
        (_, _, Some(check)) => trial.hangs_in(check),
        _ if trial.source.starts_with("//! right\n") => trial.passes(),
        _ if env::var_os("ANSWERS").is_some() => trial.is_tried(),
        _ => panic!("{} does not say what it is", trial.answer),
    }
}

impl Trial {
    /// The directive's value: `//! wrong: …`.
    fn says(&self, what: &str) -> Option<&'static str> {
        self.all(what).next()
    }

    fn all(&self, what: &str) -> impl Iterator<Item = &'static str> {
        let start = format!("//! {what}: ");
        let lines = self.source.lines();
        lines.filter_map(move |line| line.strip_prefix(start.as_str()))
    }

    fn check(&self, name: &str) -> fn() {
        let known = self.checks.iter().find(|(known, _)| *known == name);
        known
            .unwrap_or_else(|| panic!("there is no check {name}"))
            .1
    }

    fn passes(&self) {
        for (name, check) in self.checks {
            if let Some(message) = failure(*check) {
                panic!("right, but {name} fails:\n{message}");
            }
        }
    }

    /// Says what becomes of it, for whoever tries answers.
    fn is_tried(&self) {
        let name = format!("{}/{}", self.exercise, self.answer);
        for (check, run) in self.checks {
            if let Some(message) = failure(*run) {
                let name = format!("{name} is rejected by {check}");
                return eprintln!("\n=== {name}\n{message}");
            }
        }
        eprintln!("\n=== {name} is accepted");
    }

    fn fails_everywhere(&self) {
        for (name, check) in self.checks {
            let message = failure(*check);
            let message =
                message.unwrap_or_else(|| panic!("the stub passes {name}"));
            if self.source.contains("todo!") {
                assert!(message.contains("not yet implemented"), "{message}");
            }
        }
    }

    fn is_rejected_by(&self, expected: &str) {
        for (name, check) in self.checks {
            let Some(message) = failure(*check) else {
                continue;
            };
            assert_eq!(*name, expected, "rejected elsewhere:\n{message}");
            return self.examine(&message);
        }
        panic!("wrong, and yet every check passes");
    }

    /// The test runs itself again: the watchdog ends the whole process.
    fn hangs_in(&self, check: &str) {
        let test = format!("{}::{}::is_judged", self.exercise, self.answer);
        let ended = Command::new(env::current_exe().expect("own path"))
            .args([&test, "--exact", "--nocapture", "--test-threads=1"])
            .env(ONLY, check)
            .env("LAB_WATCHDOG_MS", "200")
            .output()
            .expect("the test starts itself");
        let message = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(lab::BLOCKED), "{message}");
        self.examine(&message);
    }

    /// The message says what it should, and does not give the answer away.
    fn examine(&self, message: &str) {
        let mut phrases = self.all("says").peekable();
        assert!(phrases.peek().is_some(), "say what the message must say");
        // What was expected is said of every answer that fails there.
        let lines = message.lines();
        let lines = lines.filter(|line| !line.starts_with("expected: "));
        let happened = lines.collect::<Vec<_>>().join("\n");
        let missing = phrases.filter(|phrase| !happened.contains(phrase));
        let missing: Vec<&str> = missing.collect();
        assert!(missing.is_empty(), "missing {missing:?} in:\n{happened}");
        for line in solution_lines(self.exercise) {
            assert!(!message.contains(&line), "`{line}` is the answer");
        }
        self.compare_cause(message);
    }

    /// The likely cause is the one that was judged to be right for this answer
    /// when it was written down: `UPDATE=1` does that, and then somebody reads
    /// the difference and judges.
    fn compare_cause(&self, message: &str) {
        if env::var_os("ANSWERS").is_some() {
            return; // These are only tried.
        }
        let mut lines = message.lines();
        let cause = lines.find_map(|line| line.strip_prefix("likely cause: "));
        let found = cause.unwrap_or("(none)");
        let key = format!("{}/{}: ", self.exercise, self.answer);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = folder.join("causes.txt");
        // All answers are judged by threads of this process.
        static FILE: Mutex<()> = Mutex::new(());
        let _guard = FILE.lock().unwrap_or_else(PoisonError::into_inner);
        let text = fs::read_to_string(&path).unwrap_or_default();
        let mut known: Vec<&str> = text.lines().collect();
        let at = known.iter().position(|line| line.starts_with(&key));
        let line = format!("{key}{found}");
        if at.is_some_and(|at| known[at] == line) {
            return;
        }
        assert!(
            env::var_os("UPDATE").is_some(),
            "another cause than the one that was judged:\n{line}\n{}",
            at.map_or("(none was)", |at| known[at])
        );
        match at {
            Some(at) => known[at] = &line,
            None => known.push(&line),
        }
        known.sort_unstable();
        fs::write(&path, known.join("\n") + "\n").expect("a file of causes");
    }
}

/// What the check said when it failed.
fn failure(check: fn()) -> Option<String> {
    let panic = catch_unwind(AssertUnwindSafe(check)).err()?;
    Some(match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(other) => other
            .downcast::<&str>()
            .map_or_else(|_| "no text".to_owned(), |text| (*text).to_owned()),
    })
}

/// The lines of the solution that are long enough to mean something.
fn solution_lines(id: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = folder.join(format!("../../solutions/src/{id}.rs"));
    let text = fs::read_to_string(path).expect("the solution");
    text.lines()
        .map(str::trim)
        .filter(|line| line.len() >= 12 && !line.starts_with("//"))
        .map(str::to_owned)
        .collect()
}
