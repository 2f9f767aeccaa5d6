//! Has Cargo build the test binary of one exercise, and reads what it says.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use bounded_process::{Bounds, End, Limit, Lines, Stream};

use crate::cargo;
use crate::catalogue::Exercise;
use crate::diagnostics::Diagnostic;
use crate::limits::Limits;
use crate::messages::{LONGEST, Messages};
use crate::pages::ErrorIndex;

/// The rest would only scroll the first ones away.
const MOST_ERRORS: usize = 8;

/// Bytes of what Cargo says beside its messages.
const MOST_SAID: usize = 64 << 10;

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
    let mut command = cargo::command(root);
    if !limits.debug_info {
        // It is linked in two thirds of the time. What it costs: the line of
        // a panic that happens in the standard library.
        command
            .arg("--config=profile.dev.package.exercises.strip=\"debuginfo\"");
    }
    command.args([
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
    let name = &exercise.name;
    let (end, mut heard, said) = listen(command, name, limits)?;
    let mut diagnostics = shown(heard.errors);
    if !diagnostics.is_empty() || !heard.warnings.is_empty() {
        let index = ErrorIndex::load(root);
        let all = diagnostics.iter_mut().chain(&mut heard.warnings);
        all.for_each(|said| index.explain(said));
    }
    let built = Built {
        binary: heard.executable.filter(|_| end == End::Exit(0)),
        errors: diagnostics.iter().map(|d| d.rendered.as_str()).collect(),
        diagnostics,
        warnings: heard.warnings,
    };
    if built.binary.is_none() && built.errors.is_empty() {
        let remedy = cargo::remedy(&said).unwrap_or_default();
        bail!("cargo cannot build {name}:\n{said}{remedy}");
    }
    Ok(built)
}

/// What Cargo says in JSON about one target, and how it ended. The text is
/// what it says otherwise.
fn listen(
    command: Command,
    target: &str,
    limits: &Limits,
) -> Result<(End, Messages, String)> {
    let mut heard = Messages::new(target, &format!("{target}/exercise.rs"));
    let mut said = String::new();
    let mut lines = Lines::new(LONGEST, MOST_SAID, |from, line: String| {
        match from {
            Stream::Stdout => {
                heard.hear(&line);
            }
            Stream::Stderr if said.len() < MOST_SAID => {
                said.push_str(&line);
                said.push('\n');
            }
            Stream::Stderr => {}
        }
        heard.next()
    });
    let most = bounded_process::Limits::of_a_build(limits.build_time);
    let bounds = Bounds::new(&most, &limits.cancel);
    let outcome = bounded_process::run(command, &bounds, &mut lines)
        .context(cargo::MISSING)?;
    match outcome.end {
        End::Cancelled => bail!("building {target} was cancelled"),
        End::Limit(limit @ Limit::Time(_)) => {
            bail!("{}", limit.words(&format!("building {target}")))
        }
        End::Limit(limit) => said.push_str(&limit.words("the compiler")),
        _ => said.extend(heard.left_out()),
    }
    Ok((outcome.end, heard, said))
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
