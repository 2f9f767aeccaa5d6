//! Captures: what the programs print where a reader stands.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use bounded_process::End;
use timeline::{EventKind, Recording};

use crate::durations;
use crate::examples::Example;
use crate::harness::{cargo, target};
use crate::transcript::{marked, ordered, portable, stream};
use crate::{Files, many, process};

/// How often a program runs for one capture: the order of lines is that of
/// most runs, the durations are those of the quickest among these.
const RUNS: usize = 5;

/// Runs the asyncio twins.
pub fn twins(examples: &[&Example], files: &mut Files) -> Result<()> {
    let Some(python) = python() else {
        eprintln!("skipped the asyncio twins: no Python 3.11 or later here");
        return Ok(());
    };
    let programs = examples.iter().filter_map(|example| {
        let name = &example.name;
        example.twin.as_ref()?;
        let source = format!("examples/{name}.py");
        Some(Program {
            start: vec![python.clone().into(), source.clone().into()],
            shown: format!("$ python3 {source}"),
            output: format!("recordings/{name}.py.txt"),
            free: example.spec.free.clone(),
            source,
        })
    });
    capture(&programs.collect::<Vec<_>>(), files)
}

/// A Python with `TaskGroup` and `asyncio.timeout`.
pub fn python() -> Option<String> {
    let test = "import sys; sys.exit(sys.version_info < (3, 11))";
    ["python3", "python"]
        .into_iter()
        .map(str::to_owned)
        .find(|python| {
            let mut command = Command::new(python);
            command.args(["-c", test]).stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        })
}

/// Runs each example as the reader does: its own runtime, the real clock.
pub fn real_clock(examples: &[&Example], files: &mut Files) -> Result<()> {
    build(examples, files)?;
    let programs: Vec<Program> = examples
        .iter()
        .map(|example| Program::of(example, files))
        .collect();
    capture(&programs, files)
}

pub fn build(examples: &[&Example], files: &Files) -> Result<()> {
    if examples.is_empty() {
        return Ok(());
    }
    let features: BTreeSet<&str> = examples
        .iter()
        .flat_map(|example| example.features.iter().map(String::as_str))
        .collect();
    let features: Vec<&str> = features.into_iter().collect();
    let mut command = Command::new(cargo());
    command.args(["build", "--quiet", "--package", "examples"]);
    command.args(["--features", &features.join(",")]);
    for example in examples {
        command.args(["--example", &example.name]);
    }
    command.current_dir(files.root());
    if !command.status().context("cannot start cargo")?.success() {
        bail!("the examples do not build");
    }
    Ok(())
}

/// A program whose output is kept.
#[derive(Default)]
pub struct Program {
    pub source: String,
    /// What is started, and its arguments.
    start: Vec<OsString>,
    /// The first line of the output's file.
    shown: String,
    pub output: String,
    /// Lines with one of these words have no place in the order.
    pub free: Vec<String>,
}

impl Program {
    pub fn of(example: &Example, files: &Files) -> Self {
        let name = &example.name;
        let program = target(files.root()).join("debug/examples").join(name);
        Self {
            source: format!("examples/{name}.rs"),
            start: vec![program.into()],
            shown: format!("$ {}", example.command()),
            output: format!("recordings/{name}.txt"),
            free: example.spec.free.clone(),
        }
    }

    /// As a reader starts it, but for what a shell may have set.
    pub fn command(&self, files: &Files) -> Result<Command> {
        let (start, arguments) =
            self.start.split_first().context("nothing to start")?;
        let mut command = Command::new(start);
        command
            .args(arguments)
            .current_dir(files.root())
            .env_remove("RUST_BACKTRACE")
            .env_remove("TOKIO_WORKER_THREADS")
            // A terminal shows each line at once; a pipe would not.
            .env("PYTHONUNBUFFERED", "1");
        Ok(command)
    }
}

/// Runs the programs, many at a time: most of them sleep.
fn capture(programs: &[Program], files: &mut Files) -> Result<()> {
    let shared = &*files;
    let texts = many::each(programs, many::SLEEPERS, |program| {
        run(program, shared).with_context(|| program.source.clone())
    });
    for (program, text) in programs.iter().zip(texts) {
        put(files, program, &text?)?;
    }
    Ok(())
}

fn run(program: &Program, files: &Files) -> Result<String> {
    let root = files.root();
    let first = process::apart(program.command(files)?)?;
    let err = portable(&first.err, root);
    // An example may end with an error: then that is what it shows.
    let well = first.end == End::Exit(0);
    if !well && first.out.is_empty() && err.is_empty() {
        bail!("it ended with {:?} and without a word", first.end);
    }
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let both = process::together(program.command(files)?)?;
        runs.push(marked(&portable(&both, root), &err));
    }
    let order = |run: &String| durations::masked(&ordered(run, &program.free));
    let alike = |run: &String| {
        let own = order(run);
        runs.iter().filter(|other| order(other) == own).count()
    };
    let most = runs.iter().map(alike).max().unwrap_or_default();
    if most < RUNS {
        eprintln!(
            "{}: {} of {RUNS} runs print other lines",
            program.source,
            RUNS - most
        );
    }
    let quickest = runs
        .iter()
        .filter(|run| alike(run) == most)
        .min_by_key(|run| durations::all(run).iter().sum::<u64>())
        .context("no run")?;
    Ok(format!(
        "{}\n{}",
        program.shown,
        durations::rounded(quickest)
    ))
}

/// Keeps what is committed where only durations differ, and within the bound.
/// Where a line of standard error stands among the others hangs on threads.
fn put(files: &mut Files, program: &Program, text: &str) -> Result<()> {
    let before = files.read(&program.output);
    let check = files.check();
    let near = |(shown, printed): (&u64, &u64)| match check {
        true => {
            // Both are rounded, so one may be a step below the other.
            !durations::is_early(*shown, *printed + durations::STEP)
                && !durations::is_late(*shown, *printed)
        }
        false => durations::is_same(*shown, *printed),
    };
    let same = [false, true].into_iter().all(|err| {
        let lines = |text| ordered(&stream(text, err), &program.free);
        let (old, new) = (lines(&before), lines(text));
        let (shown, printed) = (durations::all(&old), durations::all(&new));
        durations::masked(&old) == durations::masked(&new)
            && shown.iter().zip(&printed).all(near)
    });
    match same && before.starts_with(&program.shown) {
        true => Ok(()),
        false => files.put(&program.output, text),
    }
}

/// Where the recording, on the paused clock, prints other lines than the
/// capture: a figure would contradict the output beside it.
pub fn contradiction(
    example: &Example,
    recording: &Recording,
    files: &Files,
) -> Option<String> {
    let (paused, real) = other_lines(example, recording, files)?;
    let name = &example.name;
    Some(format!(
        "examples/{name}.rs prints other lines on the paused clock\n  paused: \
         {paused}\n  real:   {real}"
    ))
}

/// The first line that the recording prints otherwise than the capture, and
/// that of the capture.
pub fn other_lines(
    example: &Example,
    recording: &Recording,
    files: &Files,
) -> Option<(String, String)> {
    let free = &example.spec.free;
    let mut recorded = String::new();
    for event in recording.default_run().iter().flat_map(|run| &run.events) {
        if let EventKind::Out { text: line, .. } = &event.kind {
            recorded.push_str(line);
            recorded.push('\n');
        }
    }
    let name = &example.name;
    let capture = files.read(&format!("recordings/{name}.txt"));
    let recorded = durations::masked(&ordered(&recorded, free));
    let captured = ordered(&stream(&capture, false), free);
    let captured = durations::masked(&captured);
    let lines = recorded.lines().map(Some).chain(std::iter::repeat(None));
    let others = captured.lines().map(Some).chain(std::iter::repeat(None));
    let most = recorded.lines().count().max(captured.lines().count());
    let (paused, real) =
        lines.zip(others).take(most).find(|(one, two)| one != two)?;
    let told = |line: Option<&str>| line.unwrap_or("(nothing)").to_owned();
    Some((told(paused), told(real)))
}
