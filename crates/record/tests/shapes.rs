//! Programs of any shape are recorded, and what they print is what they print
//! without the recorder.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{env, fs};

use timeline::{EventKind, Note, Recording, Run};

/// The tests share one folder, as the saves of one reader do.
static FOLDER: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    FOLDER.lock().unwrap_or_else(PoisonError::into_inner)
}

fn tool(source: &str, more: &[&str]) -> Output {
    let _alone = alone();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join("shape.rs");
    fs::write(&file, source).unwrap();
    Command::new(env!("CARGO_BIN_EXE_record"))
        .args(["reader", "--example", "hello"])
        .args(more)
        .arg("--source")
        .arg(&file)
        .arg("--target-dir")
        .arg(folder.join("reader"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .env_remove("CARGO_TARGET_DIR")
        .output()
        .unwrap()
}

struct Made {
    outcome: String,
    test: Option<String>,
    run: Run,
}

impl Made {
    fn printed(&self) -> Vec<&str> {
        let lines = self.run.events.iter().filter_map(|e| match &e.kind {
            EventKind::Out { text, .. } => Some(text.as_str()),
            _ => None,
        });
        lines.collect()
    }

    fn lanes(&self) -> Vec<&str> {
        self.run.lanes.iter().map(|lane| &*lane.name).collect()
    }

    /// Lines of which less is told.
    fn fewer(&self) -> Vec<u32> {
        let notes = self.run.notes.iter().filter_map(|note| match note {
            Note::FewerProbes { sites } => Some(sites),
            _ => None,
        });
        let sites = notes.flatten();
        sites
            .map(|site| self.run.sites[*site as usize].line)
            .collect()
    }
}

#[track_caller]
fn made(output: Output) -> Made {
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    let text = String::from_utf8(output.stdout).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let recording = value["recording"].to_string();
    let mut recording = Recording::from_json(&recording).unwrap();
    Made {
        outcome: value["outcome"].as_str().unwrap().to_owned(),
        test: recording.test.take(),
        run: recording.runs.remove(0),
    }
}

#[track_caller]
fn recorded(source: &str) -> Made {
    made(tool(source, &[]))
}

fn program(name: &str) -> String {
    let dir =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture/shapes");
    fs::read_to_string(dir.join(format!("{name}.rs"))).unwrap()
}

#[test]
fn a_runtime_built_by_hand_is_told_as_main() {
    let made = recorded(&program("by_hand"));
    assert_eq!(made.outcome, "ok");
    let printed = ["before", "first 1", "between", "task", "second 2", "after"];
    assert_eq!(made.printed(), printed);
    assert_eq!(made.lanes()[0], "main");
    // It slept 10 ms, twice.
    assert_eq!(made.run.end / 1000, 20);
}

#[test]
fn a_local_runtime_and_a_local_set_are_recorded() {
    let made = recorded(&program("local"));
    assert_eq!(made.outcome, "ok");
    assert_eq!(made.printed(), ["in the set", "in the runtime"]);
}

#[test]
fn a_main_may_return_what_a_main_may_return() {
    let made = recorded(
        "use std::process::ExitCode;\n#[tokio::main]\n\
         async fn main() -> ExitCode { println!(\"x\"); ExitCode::from(3) }\n",
    );
    assert_eq!(made.outcome, "error");
    assert!(format!("{:?}", made.run.events).contains("exit code 3"));
    let made = recorded(
        "#[tokio::main(flavor = \"current_thread\")]\n\
         async fn main() -> Result<(), Box<dyn std::error::Error>> {\n\
         let n: u32 = \"seven\".parse()?; println!(\"{n}\"); Ok(()) }\n",
    );
    assert_eq!(made.outcome, "error");
    assert!(format!("{:?}", made.run.events).contains("InvalidDigit"));
    let ok = "fn main() -> std::process::ExitCode { println!(\"plain\"); \
              std::process::ExitCode::SUCCESS }";
    let made = recorded(ok);
    assert_eq!((&*made.outcome, made.printed()), ("ok", vec!["plain"]));
}

#[test]
fn of_several_tests_one_is_chosen() {
    let source = program("tests");
    // The first that fails.
    let made = recorded(&source);
    assert_eq!(made.test.as_deref(), Some("tests::deep::fails"));
    assert_eq!(made.outcome, "panic");
    let chosen = recorded_test(&source, "waits");
    assert_eq!(chosen.test.as_deref(), Some("tests::waits"));
    assert_eq!(chosen.printed(), ["waited 3600 s"]);
    let none = tool(&source, &["--test", "nothing"]);
    let words = String::from_utf8_lossy(&none.stderr);
    assert_eq!(none.status.code(), Some(1));
    assert!(words.contains("tests::waits"), "{words}");
}

#[track_caller]
fn recorded_test(source: &str, test: &str) -> Made {
    made(tool(source, &["--test", test]))
}

#[test]
fn modules_find_each_other() {
    let made = recorded(&program("modules"));
    assert_eq!(made.printed(), ["3", "6 hello::inner"]);
    assert!(made.fewer().is_empty(), "{:?}", made.fewer());
}

#[test]
fn what_is_printed_is_told_however_it_is_printed() {
    let made = recorded(&program("prints"));
    let lines = made.printed();
    assert_eq!(lines[..4], ["by path", "half and half", "error 7", ""]);
    assert!(lines[4].starts_with("[examples/hello.rs:7:"), "{lines:?}");
    assert!(lines[4].ends_with("] 1 + 1 = 2"), "{lines:?}");
    assert_eq!(lines[5..], ["own: x", "no end"]);
}

/// One probe that does not compile costs only itself.
#[test]
fn probes_are_chosen_call_by_call() {
    let made = recorded(&program("hard"));
    assert_eq!(made.outcome, "ok");
    let printed = ["None", "Some(2)", "1 1", "14", "answer 1"];
    assert_eq!(made.printed(), printed);
    // A task without an end has no type to be shown, and loses nothing.
    assert!(made.lanes().contains(&"task"), "{:?}", made.lanes());
    // Values sent elsewhere in the same program are still shown.
    let sent = made.run.events.iter().any(|event| {
        matches!(&event.kind, EventKind::Sent { value, .. } if value == "7")
    });
    assert!(sent);
    assert!(made.lanes().contains(&"get 1"), "{:?}", made.lanes());
    assert!(made.fewer().len() <= 3, "{:?}", made.fewer());
}

/// Nothing is kept of a program that was hard to probe.
#[test]
fn the_next_text_is_tried_in_full() {
    recorded(&program("hard"));
    let made = recorded(
        "#[tokio::main]\nasync fn main() {\n\
         let (tx, mut rx) = tokio::sync::mpsc::channel(1);\n\
         tx.send(\"a value\").await.ok(); rx.recv().await; }\n",
    );
    assert!(made.fewer().is_empty(), "{:?}", made.fewer());
    assert!(format!("{:?}", made.run.events).contains("a value"));
}

/// `serde_json` has an `impl PartialEq<Value> for u8`, which would make this
/// ambiguous.
#[test]
fn the_recorders_own_crates_are_not_there() {
    let made = recorded(
        "#[tokio::main]\nasync fn main() { let none: &[u8] = &[]; \
         assert_eq!(none, []); println!(\"equal\") }\n",
    );
    assert_eq!(made.printed(), ["equal"]);
    for name in ["serde_json", "recorder", "harness", "timeline"] {
        let text =
            format!("use {name} as _;\n#[tokio::main]\nasync fn main() {{}}\n");
        assert_eq!(tool(&text, &[]).status.code(), Some(3), "{name}");
    }
}

#[test]
fn who_does_not_compile_is_told_by_the_compiler() {
    let says = |source: &str| {
        let output = tool(source, &[]);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), words)
    };
    // Its copy would compile.
    let (code, words) = says("async fn main() {}\n");
    assert_eq!(code, Some(3), "{words}");
    assert!(words.contains("E0752"), "{words}");
    let (code, words) = says("fn job() {}\n");
    assert_eq!(code, Some(3), "{words}");
    assert!(words.contains("E0601"), "{words}");
    // This one compiles where the crate is.
    let (code, words) = says(
        "#[tokio::main]\nasync fn main() { console_subscriber::init(); }\n",
    );
    assert_eq!(code, Some(4), "{words}");
    assert!(words.contains("`console_subscriber`"), "{words}");
}

#[test]
fn a_spawned_call_of_a_closure_is_one_lane() {
    let made = recorded(
        "async fn charge(n: u32) { tokio::task::yield_now().await; \
         println!(\"charge {n}\") }\n#[tokio::main]\nasync fn main() {\n\
         let start = |n| charge(n);\n\
         let (a, b) = (tokio::spawn(start(1)), tokio::spawn(start(2)));\n\
         a.await.unwrap(); b.await.unwrap(); }\n",
    );
    assert_eq!(made.lanes(), ["main", "charge 1", "charge 2"]);
}

/// Its own `pause` would panic where the clock is paused already.
#[test]
fn a_program_moves_the_clock_itself() {
    let made = recorded(
        "use std::time::Duration;\nuse tokio::time::{self, Instant};\n\
         #[tokio::main(flavor = \"current_thread\")]\nasync fn main() {\n\
         time::pause(); let began = Instant::now();\n\
         time::advance(Duration::from_secs(7)).await;\n\
         println!(\"{} s\", began.elapsed().as_secs());\n\
         time::sleep(Duration::from_secs(3)).await;\n\
         println!(\"{} s\", began.elapsed().as_secs());\n\
         time::resume(); }\n",
    );
    assert_eq!(
        (&*made.outcome, made.printed()),
        ("ok", vec!["7 s", "10 s"])
    );
    assert!(made.run.notes.contains(&Note::OwnClock));
}

#[test]
fn the_options_of_the_macro_are_those_of_the_runtime() {
    let made = recorded(
        "#[tokio::main(flavor = \"current_thread\", name = \"mine\")]\n\
         async fn main() { let here = tokio::runtime::Handle::current(); \
         println!(\"{:?}\", here.name()); }\n",
    );
    assert_eq!(made.printed(), ["Some(\"mine\")"]);
    let workers = "#[tokio::test(flavor = \"multi_thread\", \
                   worker_threads = 2)]\nasync fn two() { \
                   println!(\"{}\", tokio::task::block_in_place(|| \
                   tokio::runtime::Handle::current().metrics()\
                   .num_workers())); }\n";
    let made = recorded(workers);
    assert_eq!((&*made.outcome, made.printed()), ("ok", vec!["2"]));
}

/// The thread of `main` waits, and holds nothing.
#[test]
fn who_blocks_on_what_never_comes_is_a_deadlock() {
    let made = recorded(
        "fn main() { let runtime = tokio::runtime::Builder::\
         new_current_thread().build().unwrap();\n\
         let (tx, rx) = tokio::sync::oneshot::channel::<u32>();\n\
         println!(\"{:?}\", runtime.block_on(rx)); drop(tx); }\n",
    );
    assert_eq!((&*made.outcome, made.printed()), ("deadlock", vec![]));
}
