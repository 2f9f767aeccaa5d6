//! The tool that records the reader's code, as a process.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use bounded_process::End;
use serde::Deserialize;
use timeline::cost::Cost;
use timeline::{Outcome, Recording};

use crate::programs::Programs;

/// The exit code when the text does not compile.
const EXIT_DOES_NOT_COMPILE: i32 = 3;
/// The exit code when it compiles, and cannot be recorded all the same.
const EXIT_UNRECORDABLE: i32 = 4;

/// Builds, for a checkout, in a target folder.
pub type Build = Arc<dyn Fn(&Path, &Path) -> Option<Command> + Send + Sync>;

/// Records, for a checkout, with the tool of that target folder.
pub type Record =
    Arc<dyn Fn(&Path, &Path, &RecordRequest) -> Command + Send + Sync>;

/// How the tool is built and started; the tests put another one in.
#[derive(Clone)]
pub struct RecorderCommands {
    /// Nothing, if there is nothing to build.
    pub build: Build,
    pub record: Record,
}

/// What is to be recorded.
#[derive(Clone, Debug)]
pub struct RecordRequest {
    /// The exercise's folder, or the example's name.
    pub name: String,
    /// Of an exercise, one of its checks.
    pub check: Option<String>,
    pub source: PathBuf,
    /// Where the tool builds.
    pub target: PathBuf,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum RecordResult {
    Recorded(Box<Recorded>),
    /// It does not compile; the compiler's words.
    Broken(String),
    /// It compiles, and cannot be recorded; why, and what to do.
    Unrecordable(String),
}

#[derive(Clone, Debug, Deserialize)]
pub struct Recorded {
    pub recording: Recording,
    pub outcome: Outcome,
    pub cost: Cost,
}

/// What the tool has printed, checked as a recording from a file would be.
pub fn read(text: &str) -> Result<Recorded> {
    let recorded: Recorded = serde_json::from_str(text)
        .context("the recorder printed something else than a recording")?;
    let json = serde_json::to_string(&recorded.recording)?;
    let recording = Recording::from_json(&json)?;
    Ok(Recorded {
        recording,
        ..recorded
    })
}

/// Runs the tool to its end; dropping the future ends it, with all that it
/// has started.
pub async fn run(
    programs: &Programs,
    command: Command,
    time: Duration,
) -> Result<RecordResult> {
    let (outcome, printed) = programs
        .collect(command, time)
        .await
        .context("the recorder did not run")?;
    let said = printed.stderr();
    let said = said.trim();
    match outcome.end {
        End::Exit(0) => {
            Ok(RecordResult::Recorded(Box::new(read(&printed.stdout())?)))
        }
        End::Exit(EXIT_DOES_NOT_COMPILE) => {
            Ok(RecordResult::Broken(said.to_owned()))
        }
        End::Exit(EXIT_UNRECORDABLE) => {
            Ok(RecordResult::Unrecordable(said.to_owned()))
        }
        End::Exit(code) => {
            bail!("the recorder failed (exit code {code}): {said}")
        }
        _ => bail!("{}", outcome.words("the recording").unwrap_or_default()),
    }
}
