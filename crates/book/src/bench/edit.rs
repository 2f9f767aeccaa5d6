//! What a reader who edits in the page waits for, also while an editor's
//! rust-analyzer is at work in the same checkout.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use checker::Exercise;
use serde_json::{Value, json};

use super::analyzer::Analyzer;
use super::reader::Reader;
use super::table::Table;
use crate::run::build::cargo;
use crate::{seed, terminal};

const GOAL: &str = "0.7 s";

pub fn measure(
    reader: &mut Reader,
    root: &Path,
    exercise: &Exercise,
    table: &mut Table,
) -> Result<()> {
    let solution = exercise.solution(root)?;
    let mut number = 0;
    let mut next = || {
        number += 1;
        format!("{solution}\n// Edit {number}.\n")
    };
    table.times("edit in the page, to its verdict", GOAL, |_| {
        verdict(reader, exercise, &next())
    })?;
    let beside = "the same, beside rust-analyzer";
    let file = exercise.source_path();
    match Analyzer::start(root, &file) {
        Ok(mut analyzer) => table.times(beside, GOAL, |_| {
            // Its check of the last save and that of this one.
            analyzer.saved(&file)?;
            let took = verdict(reader, exercise, &next())?;
            analyzer.saved(&file)?;
            Ok(took)
        })?,
        Err(error) => table.missing(
            beside,
            GOAL,
            &format!("{error:#}; `rustup component add rust-analyzer`"),
        ),
    }
    let check = CheckLoop::start(root)?;
    table.times(
        "the same, while `cargo check` runs in a loop",
        GOAL,
        |_| verdict(reader, exercise, &next()),
    )?;
    check.wait_for_a_round();
    drop(check);
    match Lock::hold(root) {
        Ok(lock) => {
            let what = "the same, while the target folder is locked";
            table.times(what, GOAL, |_| verdict(reader, exercise, &next()))?;
            drop(lock);
        }
        Err(error) => table.missing(
            "the same, while the target folder is locked",
            GOAL,
            &format!("{error:#}"),
        ),
    }
    terminal::line("waiting for the recorder to be built");
    let draw = |text: &str| figure(reader, exercise, text);
    draw(&next())?;
    table.times("edit in the page, to its figure", "", |_| draw(&next()))
}

/// From the save to the verdict about that very text.
fn verdict(
    reader: &mut Reader,
    exercise: &Exercise,
    text: &str,
) -> Result<Duration> {
    let base = base(reader, exercise)?;
    let began = Instant::now();
    let revision = save(reader, exercise, text, &base)?;
    let event = reader.until(|event| {
        event["kind"] == "exercise" && event["revision"] == *revision
    })?;
    let took = began.elapsed();
    let state = &event["verdict"]["state"];
    ensure!(state == "solved", "the solution is {state}");
    Ok(took)
}

fn figure(
    reader: &Reader,
    exercise: &Exercise,
    text: &str,
) -> Result<Duration> {
    let base = base(reader, exercise)?;
    let began = Instant::now();
    save(reader, exercise, text, &base)?;
    let asked = json!({ "kind": "exercise", "name": exercise.id });
    let answer = reader.ask("/api/figure", &asked)?;
    let took = began.elapsed();
    ensure!(answer["current"] == true, "no figure: {answer}");
    Ok(took)
}

fn base(reader: &Reader, exercise: &Exercise) -> Result<String> {
    let asked = json!({ "kind": "exercise", "name": exercise.id });
    let file = reader.ask("/api/file", &asked)?;
    text_of(&file, "revision")
}

fn save(
    reader: &Reader,
    exercise: &Exercise,
    text: &str,
    base: &str,
) -> Result<String> {
    let asked = json!({
        "kind": "exercise", "name": exercise.id, "text": text, "base": base,
    });
    text_of(&reader.ask("/api/save", &asked)?, "revision")
}

fn text_of(answer: &Value, key: &str) -> Result<String> {
    let text = answer[key].as_str().map(str::to_owned);
    text.with_context(|| format!("no {key}: {answer}"))
}

/// `cargo check --workspace --all-targets` again and again, with something to
/// do each time, as rust-analyzer does after each save.
struct CheckLoop {
    stop: Arc<AtomicBool>,
    first: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl CheckLoop {
    fn start(root: &Path) -> Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let first = Arc::new(AtomicBool::new(false));
        let target = seed::own_target()
            .context("the bench was not built by Cargo")?
            .join("book-bench/rust-analyzer");
        // The first one compiles everything; then it is a reader's day.
        terminal::line("measuring: `cargo check` for the first time");
        let root = root.to_path_buf();
        ensure!(check(&root, &target), "`cargo check` failed");
        let (stopped, rounds) = (stop.clone(), first.clone());
        let thread = std::thread::spawn(move || {
            // What no exercise needs: only the machine is shared.
            let library = root.join("crates/timeline/src/lib.rs");
            let text = std::fs::read_to_string(&library).unwrap_or_default();
            let mut round = 0;
            while !stopped.load(Ordering::Relaxed) {
                round += 1;
                let text = format!("{text}\n// Round {round}.\n");
                // What cannot be written is checked as it is.
                let _ = std::fs::write(&library, text);
                check(&root, &target);
                rounds.store(true, Ordering::Relaxed);
            }
        });
        Ok(CheckLoop {
            stop,
            first,
            thread: Some(thread),
        })
    }

    /// The verdicts may all have come while the first one was going on.
    fn wait_for_a_round(&self) {
        while !self.first.load(Ordering::Relaxed) {
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for CheckLoop {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn check(root: &Path, target: &Path) -> bool {
    Command::new(cargo())
        .current_dir(root)
        .args(["check", "--quiet", "--workspace", "--all-targets"])
        .arg("--target-dir")
        .arg(target)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Cargo's own lock on the checkout's target folder, as a build has it.
struct Lock(Child);

impl Lock {
    fn hold(root: &Path) -> Result<Self> {
        let folder = root.join("target/debug");
        std::fs::create_dir_all(&folder)?;
        let child = Command::new("flock")
            .arg(folder.join(".cargo-lock"))
            .args(["sleep", "600"])
            .spawn()
            .context("needs `flock`")?;
        Ok(Lock(child))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
