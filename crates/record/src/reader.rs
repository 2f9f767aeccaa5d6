//! Records the reader's own code: one check of an exercise, or a copy of an
//! example. One program, as fast as can be; whatever it does, what it did
//! until then is told.

mod build;
mod choose;
mod compile;
mod libraries;
mod play;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use checker::checks;
use clap::Args;
use serde::Serialize;
use timeline::cost::Cost;
use timeline::{FORMAT, Note, Outcome, Recording, Runtime, Site, VERSION};

use crate::harness;
use build::Built;

/// Record one run of the reader's code; prints one line of JSON
#[derive(Args)]
pub struct Reader {
    /// The exercise, by folder or id: `21_semaphore`
    #[arg(
        long,
        value_name = "NAME",
        required_unless_present = "example",
        requires = "check"
    )]
    exercise: Option<String>,
    /// Which of its checks
    #[arg(long, value_name = "CHECK", conflicts_with = "example")]
    check: Option<String>,
    /// The example of which the file is a copy
    #[arg(long, value_name = "NAME", conflicts_with = "exercise")]
    example: Option<String>,
    /// Of a file with tests, the one to record: `tests::retries`. Otherwise
    /// `main` is recorded, or the first test that fails, or the first
    #[arg(long, value_name = "TEST", conflicts_with = "exercise")]
    test: Option<String>,
    /// The file with the reader's code
    #[arg(long, value_name = "FILE")]
    source: PathBuf,
    /// Where to build; it is kept for the next time
    #[arg(long, value_name = "DIR")]
    target_dir: PathBuf,
}

/// The exit code when the code does not compile.
pub const BROKEN: u8 = 3;
/// The exit code when it compiles, and cannot be recorded all the same.
pub const UNRECORDABLE: u8 = 4;

/// What is printed.
#[derive(Serialize)]
struct Recorded {
    recording: Recording,
    outcome: Outcome,
    cost: Cost,
}

/// The code as it is staged.
struct Program {
    /// The exercise's or the example's name.
    name: String,
    /// The path by which the reader knows the file.
    file: String,
    source: String,
    /// The checks, as plain functions, and the one to run.
    check: Option<(String, String)>,
    /// The test to run.
    test: Option<String>,
}

/// Records and prints; returns the exit code. If it is not 0, standard error
/// says why.
///
/// # Errors
///
/// When the arguments name nothing, or the harness cannot be built or run for
/// another reason than the reader's code.
pub fn record(root: &Path, arguments: &Reader) -> Result<u8> {
    let source = fs::read_to_string(&arguments.source)
        .with_context(|| format!("cannot read {}", arguments.source.display()))?
        .replace("\r\n", "\n");
    let program = match (&arguments.exercise, &arguments.example) {
        (Some(name), _) => {
            let check = arguments.check.as_deref().unwrap_or_default();
            exercise(root, name, check, source)
        }
        (_, Some(name)) => example(root, name, source, arguments.test.clone()),
        _ => bail!("name an exercise or an example"),
    }?;
    let target = absolute(&arguments.target_dir)?;
    let recording = match make(root, &target, program)? {
        Made::Recorded(recording) => recording,
        Made::Broken(words) => {
            eprint!("{words}");
            return Ok(BROKEN);
        }
        Made::Unrecordable(words) => {
            eprintln!("{words}");
            return Ok(UNRECORDABLE);
        }
    };
    let run = recording.default_run().context("there is no run")?;
    let recorded = Recorded {
        outcome: run.outcome,
        cost: timeline::cost::of(run),
        recording: *recording,
    };
    println!("{}", serde_json::to_string(&recorded)?);
    Ok(0)
}

/// What came of it.
pub enum Made {
    Recorded(Box<Recording>),
    /// It does not compile; the compiler's words.
    Broken(String),
    /// It compiles, and cannot be recorded: why.
    Unrecordable(String),
}

/// Records an example as it stands, as if it were a reader's copy.
pub fn copy_of(root: &Path, target: &Path, name: &str) -> Result<Made> {
    let source = fs::read_to_string(root.join(format!("examples/{name}.rs")))?;
    make(root, target, example(root, name, source, None)?)
}

fn make(root: &Path, target: &Path, program: Program) -> Result<Made> {
    let (staged, fewer) = match build::build(root, target, &program)? {
        Built::Ready { staged, fewer } => (staged, fewer),
        Built::Broken(words) => return Ok(Made::Broken(words)),
        Built::Unrecordable(words) => return Ok(Made::Unrecordable(words)),
    };
    let (test, mut run) = play::play(target, &staged)?;
    if !fewer.is_empty() {
        let mut sites = Vec::new();
        for line in fewer {
            let line = u32::try_from(line)?;
            let site = Site { file: 0, line };
            let known = run.sites.iter().position(|known| *known == site);
            let at = known.unwrap_or_else(|| {
                run.sites.push(site);
                run.sites.len() - 1
            });
            sites.push(u32::try_from(at)?);
        }
        run.notes.push(Note::FewerProbes { sites });
    }
    Ok(Made::Recorded(Box::new(Recording {
        format: FORMAT.to_owned(),
        version: VERSION,
        example: program.name,
        test,
        files: vec![program.file],
        sha256: harness::sha256(&program.source),
        clock: run.clock(),
        runtime: Runtime::Tokio,
        seed: harness::SEED.to_owned(),
        tokio: harness::locked_version(root, "tokio")?,
        python: None,
        knob: None,
        runs: vec![run],
    })))
}

fn exercise(
    root: &Path,
    name: &str,
    check: &str,
    source: String,
) -> Result<Program> {
    let exercise = checker::find(root, name)?;
    if !exercise.checks.iter().any(|known| known == check) {
        bail!(
            "{} has no check `{check}`; there are: {}",
            exercise.name,
            exercise.checks.join(", ")
        );
    }
    let checks = checks::plain(&exercise)?;
    Ok(Program {
        file: format!("exercises/{}/exercise.rs", exercise.name),
        name: exercise.id,
        source,
        check: Some((checks, check.to_owned())),
        test: None,
    })
}

fn example(
    root: &Path,
    name: &str,
    source: String,
    test: Option<String>,
) -> Result<Program> {
    let file = format!("examples/{name}.rs");
    let known = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !known || !root.join(&file).is_file() {
        bail!("there is no {file}");
    }
    Ok(Program {
        name: name.to_owned(),
        file,
        source,
        check: None,
        test,
    })
}

fn absolute(dir: &Path) -> Result<PathBuf> {
    fs::create_dir_all(dir)
        .and_then(|()| std::path::absolute(dir))
        .with_context(|| format!("cannot use {}", dir.display()))
}
