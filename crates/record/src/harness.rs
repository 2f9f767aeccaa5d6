//! Builds the harness with a copy of each example, runs it, reads the runs.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use bounded_process::{
    Bounds, Cancel, End, EndAll, Limits, Lines, Resources, run,
};
use sha2::{Digest, Sha256};
use timeline::{Clock, FORMAT, Knob, Recording, Run, Runtime, VERSION};

use crate::examples::Example;
use crate::instrument::{self, Copy, Probing};

pub const SEED: &str = "book";

/// Records the examples. Each process records all of them: starting one costs
/// more than a recording.
pub fn record(root: &Path, examples: &[Example]) -> Result<Vec<Recording>> {
    if examples.is_empty() {
        return Ok(Vec::new());
    }
    let source = write_copies(root, examples)?;
    let target = target(root);
    if let Err(words) = build(root, &target, &source, usize::MAX)? {
        bail!(
            "{words}\nthe examples do not build under the recorder; the \
             messages above name copies of them, with the same lines"
        );
    }
    let runs = play(&target, &[])?;
    let tokio = locked_version(root, "tokio")?;
    examples
        .iter()
        .map(|one| recording(one, &runs, &tokio))
        .collect()
}

/// The first build compiles Tokio, on a machine that may be busy.
const BUILD: Duration = Duration::from_secs(1800);

/// Builds the harness with the programs that the file `source` names. The
/// error is what the compiler says, about so many bytes of it at most.
pub fn build(
    root: &Path,
    target: &Path,
    source: &Path,
    most: usize,
) -> Result<Result<(), String>> {
    let mut command = checker::cargo::command(root);
    command
        .args(["build", "--quiet", "--package", "harness", "--target-dir"])
        .arg(target)
        .env("HARNESS", source);
    let mut words = String::new();
    let mut lines = Lines::new(LONGEST, LONGEST, |_, line: String| {
        words.push_str(&line);
        words.push('\n');
        match words.len() < most {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    });
    let limits = Limits::of_a_build(BUILD);
    let cancel = Cancel::default();
    let outcome = run(command, &Bounds::new(&limits, &cancel), &mut lines)?;
    if outcome.end == End::Exit(0) {
        return Ok(Ok(()));
    }
    words.extend(outcome.words("the compiler"));
    Ok(Err(words))
}

/// Bytes of one line of what the compiler says.
const LONGEST: usize = 64 << 10;

/// For all programs of the book. The harness's own bounds end each long before;
/// this is for what gets past them.
fn limits() -> Limits {
    Limits {
        time: Duration::from_secs(600),
        ..Limits::default()
    }
    .with(|most| {
        // The harness counts the memory of each program itself; and it writes
        // all runs into one file.
        *most = Resources {
            memory: 4 << 30,
            address_space: ADDRESS_SPACE,
            file: 1 << 30,
            disk: 4 << 30,
            ..Resources::default()
        };
    })
}

/// The recorder needs more than a program alone.
pub const ADDRESS_SPACE: u64 = 8 << 30;

/// Runs the harness's programs, or only these, and reads their runs.
pub fn play(target: &Path, only: &[&str]) -> Result<Vec<(String, Run)>> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let own = NEXT.fetch_add(1, Ordering::Relaxed);
    let out = format!("harness/out-{}-{own}.txt", std::process::id());
    let out = target.join(out);
    if let Some(dir) = out.parent() {
        fs::create_dir_all(dir)?;
    }
    let played = play_into(target, only, &out, &limits());
    let text = fs::read_to_string(&out);
    let _ = fs::remove_file(&out);
    played?;
    read(&text.context("the harness wrote nothing")?)
}

/// The runs in the lines that the harness wrote.
pub fn read(text: &str) -> Result<Vec<(String, Run)>> {
    let runs = text.lines().map(|line| {
        let (name, json) = line.split_once(' ').context("a broken line")?;
        let run = serde_json::from_str(json).context("a broken run")?;
        Ok((name.to_owned(), run))
    });
    runs.collect()
}

/// Runs the harness's programs, within limits: what they start does not
/// outlive them. What they print is in their runs.
pub fn play_into(
    target: &Path,
    only: &[&str],
    out: &Path,
    limits: &Limits,
) -> Result<()> {
    let program = format!("debug/harness{}", env::consts::EXE_SUFFIX);
    play_program(&target.join(program), only, out, limits)
}

/// The same with another harness.
pub fn play_program(
    program: &Path,
    only: &[&str],
    out: &Path,
    limits: &Limits,
) -> Result<()> {
    let mut command = Command::new(program);
    command.args(only).env("HARNESS_OUT", out);
    let all = EndAll::default();
    let cancel = Cancel::default();
    let limits = Limits {
        output: usize::MAX,
        lines: usize::MAX,
        ..limits.clone()
    };
    let bounds = Bounds {
        tag: Some(&all.0),
        ..Bounds::new(&limits, &cancel)
    };
    let outcome = run(command, &bounds, &mut ())?;
    match (outcome.end, outcome.words("the program")) {
        (End::Exit(0), _) => Ok(()),
        (_, Some(words)) => bail!("{words}"),
        (end, None) => bail!("the harness ended with {end:?}"),
    }
}

pub fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// The build folder: the reader may have moved it.
pub fn target(root: &Path) -> PathBuf {
    let moved = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    moved.unwrap_or_else(|| root.join("target"))
}

fn recording(
    example: &Example,
    runs: &[(String, Run)],
    tokio: &str,
) -> Result<Recording> {
    let name = &example.name;
    let mut own = Vec::new();
    for (i, value) in values(example).into_iter().enumerate() {
        let staged = format!("{name}.{i}");
        let found = runs.iter().find(|(name, _)| *name == staged);
        let (_, run) = found
            .with_context(|| format!("the harness did not run {staged}"))?;
        let mut run = run.clone();
        run.value = value;
        for lane in &mut run.lanes {
            if let Some(better) = example.spec.lanes.get(&lane.name) {
                lane.name.clone_from(better);
            }
        }
        own.push(run);
    }
    let knob = match &example.spec.knob {
        None => None,
        Some(knob) => Some(Knob {
            name: knob.name.clone(),
            label: knob.label.clone(),
            default: instrument::constant_value(&example.source, &knob.name)
                .with_context(|| format!("no const {}", knob.name))?,
        }),
    };
    let mut recording = Recording {
        format: FORMAT.to_owned(),
        version: VERSION,
        example: name.clone(),
        test: None,
        files: vec![format!("examples/{name}.rs")],
        sha256: sha256(&example.source),
        clock: Clock::Virtual,
        runtime: Runtime::Tokio,
        seed: SEED.to_owned(),
        tokio: tokio.to_owned(),
        python: None,
        knob,
        runs: own,
    };
    let default = recording.default_run();
    recording.clock = default.map_or(Clock::Virtual, Run::clock);
    Ok(recording)
}

/// In hexadecimal.
pub fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn values(example: &Example) -> Vec<Option<String>> {
    match &example.spec.knob {
        Some(knob) => knob.values.iter().cloned().map(Some).collect(),
        None => vec![None],
    }
}

/// Writes the copies and the file that names them; returns its path.
fn write_copies(root: &Path, examples: &[Example]) -> Result<PathBuf> {
    let dir = target(root).join("harness");
    let mut modules = String::new();
    let mut table = String::new();
    for example in examples {
        let name = &example.name;
        for (i, value) in values(example).iter().enumerate() {
            let knob = example.spec.knob.as_ref().zip(value.as_ref());
            let knob =
                knob.map(|(knob, value)| (knob.name.as_str(), value.as_str()));
            let Copy { text, names, .. } =
                instrument::instrument(&example.source, knob, Probing::Full)
                    .with_context(|| format!("examples/{name}.rs"))?;
            let file = dir.join(name).join(format!("copy_{i}.rs"));
            write_if_changed(&file, &text)?;
            writeln!(
                modules,
                "#[path = {file:?}]\n#[allow(warnings, clippy::all)]\n\
                 mod {name}_{i};"
            )?;
            writeln!(
                table,
                "    Staged {{ name: \"{name}.{i}\", run: |_| recorder::run(\
                 &recorder::Program {{ file: {file:?}, names: &{names:?}, \
                 ..recorder::Program::PLAIN }}, {name}_{i}::main())\
                 .map(recorder::Recorded::Run) }},"
            )?;
        }
    }
    let text =
        format!("{modules}\nconst PROGRAMS: &[Staged] = &[\n{table}];\n");
    // The name tells the choice: each choice keeps its own build.
    let choice = match examples {
        [one] => one.name.as_str(),
        _ => "all",
    };
    let file = dir.join(format!("{choice}.rs"));
    write_if_changed(&file, &text)?;
    Ok(file)
}

/// Leaves an equal file untouched, so that Cargo does not build it again.
pub fn write_if_changed(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|before| before == text) {
        return Ok(());
    }
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir)?;
    }
    fs::write(path, text)
        .with_context(|| format!("cannot write {}", path.display()))
}

#[derive(serde::Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(serde::Deserialize)]
struct Locked {
    name: String,
    version: String,
}

pub fn locked_version(root: &Path, package: &str) -> Result<String> {
    let text = fs::read_to_string(root.join("Cargo.lock"))
        .context("cannot read Cargo.lock")?;
    let lock: Lock = toml::from_str(&text).context("in Cargo.lock")?;
    let found = lock.package.into_iter().find(|one| one.name == package);
    let found = found.with_context(|| format!("{package} is not locked"))?;
    Ok(found.version)
}
