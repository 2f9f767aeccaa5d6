//! Runs the asyncio twins, where there is a Python, and says what plain
//! `cargo test` leaves out.
//!
//! Without the usual harness, because that one hides what a passing test
//! prints. What a twin prints must be what its page shows, but for durations.
//! The twins run on a paused clock, so that a busy machine does not change
//! their order; the page's own text was captured on the real one.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

/// The first Python with `TaskGroup` and `asyncio.timeout`.
const NEW_ENOUGH: &str = "import sys; sys.exit(sys.version_info < (3, 11))";

/// A twin with such a name would be imported in place of the library's own
/// module, by each twin beside it.
const TAKEN: &str = "import sys; \
    print(*sys.stdlib_module_names.intersection(sys.argv[1:]))";

fn main() -> ExitCode {
    // A filter (`cargo test semaphore`) is for tests with names.
    if std::env::args().skip(1).any(|word| !word.starts_with('-')) {
        return ExitCode::SUCCESS;
    }
    println!();
    println!(
        "skipped: the tests in a browser (stepping, knob, Run, verdicts, \
         keyboard, no JavaScript, accessibility); they need Chromium and npm"
    );
    println!(
        "skipped: recording everything again to compare; `cargo book check` \
         does that, .ci/run does both"
    );
    let Some(python) = python() else {
        println!("skipped: the asyncio twins; they need Python 3.11 or later");
        println!("0 passed, 0 failed, 1 skipped");
        return ExitCode::SUCCESS;
    };
    let twins = twins();
    let wrong = run_all(python, &twins);
    for (twin, why) in &wrong {
        println!("{}: {why}", twin.display());
    }
    let hiding = taken(python, &twins);
    for name in &hiding {
        println!("examples/{name}.py: the standard library has such a module");
    }
    let failed = wrong.len() + hiding.len();
    println!(
        "asyncio twins: {} passed, {failed} failed",
        twins.len().saturating_sub(failed)
    );
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn python() -> Option<&'static str> {
    ["python3", "python"].into_iter().find(|python| {
        let tried = Command::new(python).args(["-c", NEW_ENOUGH]).output();
        tried.is_ok_and(|output| output.status.success())
    })
}

fn twins() -> Vec<PathBuf> {
    let dir = fs::read_dir(root().join("examples")).expect("examples/");
    let paths = dir.map(|entry| entry.expect("an entry").path());
    let mut twins: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "py"))
        .collect();
    twins.sort();
    twins
}

fn taken(python: &str, twins: &[PathBuf]) -> Vec<String> {
    let names = twins.iter().filter_map(|twin| twin.file_stem());
    let asked = Command::new(python)
        .args(["-c", TAKEN])
        .args(names)
        .output();
    let printed = asked.expect("Python has run before").stdout;
    let printed = String::from_utf8_lossy(&printed);
    printed.split_whitespace().map(str::to_owned).collect()
}

/// As many at a time as there are cores. What is wrong, in their order.
fn run_all<'a>(python: &str, twins: &'a [PathBuf]) -> Vec<(&'a Path, String)> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut wrong = Vec::new();
        while let Some(twin) = twins.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(why) = run(python, twin) {
                wrong.push((twin.as_path(), why));
            }
        }
        wrong
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut wrong: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let done = workers.into_iter().map(|one| one.join());
        done.flat_map(|one| one.expect("a run does not panic"))
            .collect()
    });
    wrong.sort();
    wrong
}

fn run(python: &str, twin: &Path) -> Result<(), String> {
    let name = twin.file_stem().unwrap_or_default().to_string_lossy();
    let shown = root().join(format!("recordings/{name}.py.txt"));
    let shown = fs::read_to_string(&shown).map_err(|e| e.to_string())?;
    // What went to standard error differs from one Python to the next.
    let shown: String = shown
        .lines()
        .filter(|line| !line.starts_with("[stderr] "))
        .map(|line| format!("{line}\n"))
        .collect();
    let command = Command::new(python)
        .args(["tests/twins/paused.py", &format!("examples/{name}.py")])
        .current_dir(root())
        .output();
    let Output { stdout, stderr, .. } = command.map_err(|e| e.to_string())?;
    let printed = String::from_utf8_lossy(&stdout).replace("\r\n", "\n");
    let text = format!("$ python3 examples/{name}.py\n{printed}");
    if without_durations(&text) == without_durations(&shown) {
        return Ok(());
    }
    Err(format!(
        "prints\n{text}{}and its page shows\n{shown}",
        String::from_utf8_lossy(&stderr)
    ))
}

/// `152 ms` and `0.15 s` become `#`.
fn without_durations(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let unit = word.split(|c: char| !c.is_alphabetic()).next();
        if matches!(unit, Some("ms" | "s"))
            && let Some(number) = words.last_mut()
        {
            let digits = |c: char| c.is_ascii_digit() || c == '.';
            let rest = number.trim_end_matches(digits).len();
            if rest < number.len() {
                number.truncate(rest);
                number.push('#');
            }
        }
        words.push(word.to_owned());
    }
    words.join(" ")
}
