//! The tool that records the reader's code, as a process.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use timeline::cost::Cost;
use timeline::{Outcome, Recording};
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::Command;

use crate::run::group::Groups;

/// The exit code when the text does not compile.
const EXIT_DOES_NOT_COMPILE: i32 = 3;

/// A recording has at most 20,000 events, of some 100 bytes each.
const LONGEST: u64 = 32 << 20;

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
pub async fn run(groups: &Groups, command: Command) -> Result<RecordResult> {
    // Verdicts come first.
    let (mut child, group) = groups
        .spawn_gently(command)
        .context("the recorder did not start")?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let (out, err) = tokio::join!(whole(out), whole(err));
    let status = child.wait().await.context("waiting for the recorder")?;
    group.end().await;
    let said = err.trim();
    match status.code() {
        Some(0) => Ok(RecordResult::Recorded(Box::new(read(&out)?))),
        Some(EXIT_DOES_NOT_COMPILE) => {
            Ok(RecordResult::Broken(said.to_owned()))
        }
        _ => bail!("the recorder failed ({status}): {said}"),
    }
}

/// What a pipe has, up to its bound. What comes after is read and dropped, so
/// that nobody waits.
async fn whole(pipe: Option<impl AsyncRead + Unpin>) -> String {
    let Some(mut pipe) = pipe else {
        return String::new();
    };
    let mut bytes = Vec::new();
    // A pipe that breaks has said what it has said.
    let _ = (&mut pipe).take(LONGEST).read_to_end(&mut bytes).await;
    let _ = tokio::io::copy(&mut pipe, &mut tokio::io::sink()).await;
    String::from_utf8_lossy(&bytes).into_owned()
}
