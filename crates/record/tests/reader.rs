//! `record reader`, from a file to a recording: whatever the reader's code
//! does, what it did until then is told.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{env, fs};

use timeline::{EventKind, LaneKind, Recording, Run, steps::steps};

/// The tests share one harness, as the saves of one reader do.
static HARNESS: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    HARNESS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
}

fn tool(arguments: &[&str], source: &str) -> Output {
    let _alone = alone();
    let file = folder().join("answer.rs");
    fs::write(&file, source).unwrap();
    Command::new(env!("CARGO_BIN_EXE_record"))
        .arg("reader")
        .args(arguments)
        .arg("--source")
        .arg(&file)
        .arg("--target-dir")
        .arg(folder().join("reader"))
        .current_dir(root())
        .env_remove("CARGO_TARGET_DIR")
        .output()
        .unwrap()
}

const SEMAPHORE: [&str; 4] = [
    "--exercise",
    "21_semaphore",
    "--check",
    "never_more_than_three_at_once",
];

/// The outcome and the run.
#[track_caller]
fn recorded(arguments: &[&str], source: &str) -> (String, Run) {
    let output = tool(arguments, source);
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 1, "one line: {text}");
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let recording = value["recording"].to_string();
    let mut recording = Recording::from_json(&recording).unwrap();
    let outcome = value["outcome"].as_str().unwrap().to_owned();
    (outcome, recording.runs.remove(0))
}

fn answer(name: &str) -> String {
    let path = format!("crates/answers/answers/semaphore/{name}.rs");
    fs::read_to_string(root().join(path)).unwrap()
}

/// An answer that does this when it is called, with a line before it.
fn does(what: &str) -> String {
    format!(
        "use lab::Site;\npub async fn fetch_all(site: Site, pages: Vec<u32>, \
         limit: usize) -> Vec<String> {{\nlet _ = (&pages, limit);\n\
         site.fetch(0).await;\n{what}\n}}\n"
    )
}

fn begun(run: &Run) -> Vec<&str> {
    let begun = run.events.iter().filter_map(|event| match &event.kind {
        EventKind::Enter { what, .. } => Some(what.as_str()),
        _ => None,
    });
    begun.collect()
}

#[test]
fn a_wrong_answer_is_recorded_like_an_example() {
    let (outcome, run) = recorded(&SEMAPHORE, &answer("permit_dropped"));
    // That the check complains is no part of the run.
    assert_eq!((outcome.as_str(), run.end), ("ok", 100_000));
    assert_eq!(run.lanes[0].name, "fetch_all");
    assert_eq!(begun(&run).len(), 10);
    // Ten downloads are ten rows, and bear their names.
    assert_eq!(run.lanes.len(), 11);
    assert_eq!(run.lanes[4].name, "page 3");
    let told: Vec<_> = steps(&run).into_iter().map(|step| step.text).collect();
    assert!(
        !told.iter().any(|text| text.contains("deadline")),
        "{told:#?}"
    );
}

#[test]
fn a_blocked_thread_is_told_until_it_blocks() {
    let (outcome, run) = recorded(&SEMAPHORE, &answer("block_on"));
    assert_eq!(outcome, "hung");
    assert_eq!(begun(&run), ["page 0"]);
}

#[test]
fn a_deadlock_ends_where_nothing_happens_any_more() {
    let (outcome, run) = recorded(&SEMAPHORE, &answer("leaked"));
    assert_eq!((outcome.as_str(), run.end), ("deadlock", 100_000));
    assert_eq!(begun(&run).len(), 3);
}

#[test]
fn a_panic_is_told_with_its_line() {
    let (outcome, run) = recorded(&SEMAPHORE, &does("panic!(\"oh no\")"));
    assert_eq!((outcome.as_str(), run.end), ("panic", 100_000));
    let message = run.events.iter().find_map(|event| match &event.kind {
        EventKind::End {
            lane: 0, message, ..
        } => message.clone(),
        _ => None,
    });
    assert_eq!(message.as_deref(), Some("oh no (line 5)"));
}

#[test]
fn endless_output_is_cut() {
    let source = does("loop { println!(\"again\") }");
    let (outcome, run) = recorded(&SEMAPHORE, &source);
    assert_eq!(outcome, "flood");
    assert!(run.events.len() <= 20_000);
    assert_eq!(begun(&run), ["page 0"]);
}

#[test]
fn an_endless_loop_with_turns_is_cut() {
    let source = does("loop { tokio::task::yield_now().await }");
    assert_eq!(recorded(&SEMAPHORE, &source).0, "flood");
}

#[test]
fn what_eats_memory_is_stopped() {
    let source =
        does("let mut all = vec![]; loop { all.push(vec![7_u8; 1 << 20]) }");
    let (outcome, run) = recorded(&SEMAPHORE, &source);
    assert_eq!((outcome.as_str(), run.end), ("flood", 100_000));
}

/// What the system ends has no recording, and says why.
#[test]
#[cfg(target_os = "linux")]
fn what_fills_the_disk_is_stopped() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("filled");
    let source = does(&format!(
        "std::fs::write({file:?}, vec![7; 80 << 20]).unwrap(); Vec::new()"
    ));
    let (outcome, run) = recorded(&SEMAPHORE, &source);
    let size = file.metadata().unwrap().len();
    std::fs::remove_file(&file).unwrap();
    assert!(size <= 64 << 20, "{size}");
    assert_eq!(outcome, "panic");
    let last = format!("{:?}", run.events);
    assert!(last.contains("more than 64 MiB into one file"), "{last}");
}

#[test]
fn a_busy_loop_is_stopped() {
    let source = does("loop { std::hint::spin_loop() }");
    let (outcome, run) = recorded(&SEMAPHORE, &source);
    assert_eq!((outcome.as_str(), run.end), ("hung", 100_000));
}

#[test]
fn who_ends_the_process_ends_only_the_run() {
    let (outcome, run) = recorded(&SEMAPHORE, &does("std::process::exit(0)"));
    assert_eq!((outcome.as_str(), run.end), ("error", 100_000));
    let (outcome, run) = recorded(&SEMAPHORE, &does("std::process::abort()"));
    assert_eq!((outcome.as_str(), run.end), ("panic", 100_000));
}

#[test]
fn what_it_prints_otherwise_does_not_stand_in_the_way() {
    let source = does("print!(\"x\"); eprintln!(\"y\"); Vec::new()");
    assert_eq!(recorded(&SEMAPHORE, &source).0, "ok");
}

#[test]
fn a_type_that_is_known_late_is_recorded_with_fewer_probes() {
    let source = does(
        "let (tx, mut rx) = tokio::sync::mpsc::channel(1);\n\
         struct Hidden;\n\
         let task = tokio::spawn(async move { while let Some(_) = rx.recv()\
         .await {} });\n\
         let _ = tx.send(Hidden).await; drop(tx); let _ = task.await;\n\
         Vec::new()",
    );
    let (outcome, run) = recorded(&SEMAPHORE, &source);
    assert_eq!(outcome, "ok");
    assert!(run.lanes.iter().any(|lane| lane.kind == LaneKind::Visit));
}

#[test]
fn what_does_not_compile_is_told_by_the_compiler() {
    let output = tool(&SEMAPHORE, &does("let x: u32 = \"seven\"; Vec::new()"));
    let words = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{words}");
    assert!(words.contains("E0308"), "{words}");
    let place = "exercises/21_semaphore/exercise.rs:5";
    assert!(words.contains(place), "{words}");
    let output = tool(&SEMAPHORE, "fn (");
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn a_check_that_does_not_exist_is_told_with_those_that_do() {
    let output = tool(&["--exercise", "semaphore", "--check", "x"], "");
    let words = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(words.contains("a_limit_of_one_works_too"), "{words}");
}

#[test]
fn a_scratch_copy_of_an_example_is_recorded() {
    let path = root().join("examples/semaphore.rs");
    let source = fs::read_to_string(path).unwrap();
    let (outcome, run) = recorded(&["--example", "semaphore"], &source);
    assert_eq!(outcome, "ok");
    let path = root().join("recordings/semaphore.json");
    let book = fs::read_to_string(path).unwrap();
    let book = Recording::from_json(&book).unwrap();
    let expected = book.default_run().unwrap();
    assert_eq!(timeline::difference::sentence(expected, &run), None);
}
