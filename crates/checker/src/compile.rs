//! Has Cargo build the test binary of one exercise, and reads what it says.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::catalogue::Exercise;
use crate::diagnostics::{self, Diagnostic, Level};
use crate::pages::ErrorIndex;
use crate::process::{self, Bounds, End};
use crate::verdict::Limits;

/// The rest would only scroll the first ones away.
const MOST_ERRORS: usize = 8;

/// What the compiler said, and what it made unless there were errors.
pub struct Built {
    pub binary: Option<PathBuf>,
    /// The errors to show, as the compiler words them.
    pub errors: String,
    /// The same, one by one.
    pub diagnostics: Vec<Diagnostic>,
    pub warnings: Vec<Diagnostic>,
}

impl Built {
    pub fn warnings_of_the_reader(&self) -> Vec<Diagnostic> {
        let warnings = self.warnings.iter().filter(|warning| warning.is_here());
        warnings.cloned().collect()
    }
}

pub fn build(
    root: &Path,
    exercise: &Exercise,
    limits: &Limits,
) -> Result<Built> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root).args([
        // A check shows no call stack, and a program without debug information
        // is linked in two thirds of the time.
        "--config=profile.dev.package.exercises.strip=\"debuginfo\"",
        "test",
        "--quiet",
        "--package=exercises",
        "--test",
        &exercise.name,
        "--no-run",
        match limits.color {
            true => "--message-format=json-diagnostic-rendered-ansi",
            false => "--message-format=json",
        },
        "--color=never",
    ]);
    if let Some(dir) = &limits.target_dir {
        command.arg("--target-dir").arg(dir);
    }
    // No mark: a compiler's cache may leave a server behind on purpose.
    let bounds = Bounds {
        time: limits.build_time,
        output: 16 << 20,
        memory: None,
        processes: None,
        cancel: &limits.cancel,
    };
    let said = process::run(command, &bounds)
        .context("cannot start cargo to build the exercise")?;
    if let End::Cancelled = said.end {
        bail!("building {} was cancelled", exercise.name);
    }
    if let End::Time = said.end {
        bail!(
            "building {} took longer than {} s and was stopped",
            exercise.name,
            limits.build_time.as_secs()
        );
    }
    let mut heard = listen(&exercise.name, &said.stdout);
    let mut diagnostics = shown(heard.errors);
    if !diagnostics.is_empty() || !heard.warnings.is_empty() {
        let index = ErrorIndex::load(root);
        let all = diagnostics.iter_mut().chain(&mut heard.warnings);
        all.for_each(|said| index.explain(said));
    }
    let built = Built {
        binary: heard.binary.filter(|_| said.end == End::Exit(0)),
        errors: diagnostics.iter().map(|d| d.rendered.as_str()).collect(),
        diagnostics,
        warnings: heard.warnings,
    };
    if built.binary.is_none() && built.errors.is_empty() {
        bail!("cargo cannot build {}:\n{}", exercise.name, said.stderr);
    }
    Ok(built)
}

#[derive(Default)]
struct Heard {
    binary: Option<PathBuf>,
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
}

/// What Cargo says in JSON about one target.
fn listen(target: &str, stdout: &str) -> Heard {
    let file = format!("{target}/exercise.rs");
    let mut heard = Heard::default();
    // What is not JSON is not for us.
    let lines = stdout
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    for line in lines.filter(|line| line["target"]["name"] == target) {
        if line["reason"] == "compiler-artifact" {
            heard.binary = line["executable"].as_str().map(PathBuf::from);
        } else if let Some(said) = diagnostics::of(&line["message"], &file) {
            match said.level {
                Level::Error => heard.errors.push(said),
                Level::Warning => heard.warnings.push(said),
            }
        }
    }
    heard
}

/// The errors in the reader's file. What the checks then miss (a function that
/// is gone) only follows from them, and is shown when there is nothing else.
fn shown(errors: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mine = errors.iter().any(Diagnostic::is_here);
    let mut shown: Vec<Diagnostic> = Vec::new();
    for error in errors.into_iter().filter(|error| error.is_here() == mine) {
        let again = shown.iter().any(|known| known.message == error.message);
        if (mine || !again) && shown.len() < MOST_ERRORS {
            shown.push(error);
        }
    }
    shown
}
