//! The recorder of the reader's code: builds its tool, and records texts.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use bounded_process::End;
use checker::Exercise;
use tempfile::TempDir;

use super::tool::{self, RecordRequest, RecordResult, RecorderCommands};
use crate::programs::Programs;
use crate::seed::Targets;
use crate::temporary;

/// For one recording, its build included: the first one compiles Tokio, on a
/// machine that may be busy. The tool itself stops the program after two
/// seconds.
const PATIENCE: Duration = Duration::from_secs(600);

pub struct Recorder {
    root: Arc<Path>,
    target: PathBuf,
    programs: Programs,
    commands: RecorderCommands,
}

impl Recorder {
    pub fn new(
        root: &Path,
        targets: &Targets,
        programs: Programs,
        commands: RecorderCommands,
    ) -> Self {
        Recorder {
            root: root.into(),
            target: targets.records.clone(),
            programs,
            commands,
        }
    }

    /// Builds the tool; false if there is nothing to build.
    pub async fn build(&self) -> Result<bool> {
        let (root, target) = (self.root.clone(), self.target.clone());
        let build = self.commands.build.clone();
        let command =
            tokio::task::spawn_blocking(move || build(&root, &target)).await?;
        let Some(command) = command else {
            return Ok(false);
        };
        let (outcome, printed) =
            self.programs.collect(command, PATIENCE).await?;
        if outcome.end != End::Exit(0) {
            let why = outcome.words("the build").unwrap_or_default();
            bail!("{}", format!("{}\n{why}", printed.stderr()).trim());
        }
        Ok(true)
    }

    /// The first recording compiles Tokio with its instruments.
    pub async fn record_first(&self) -> Result<()> {
        let root = self.root.clone();
        let first = tokio::task::spawn_blocking(move || {
            let first = checker::catalogue(&root)?.into_iter().next();
            let Some(exercise) = first else {
                return anyhow::Ok(None);
            };
            let stub = exercise.stub(&root)?;
            let check = exercise.checks.first().cloned();
            Ok(check.map(|check| ((exercise, check), stub)))
        });
        if let Some((subject, stub)) = first.await??
            && let RecordResult::Broken(said) | RecordResult::Unrecordable(said) =
                self.record(Some(&subject), "", &stub).await?
        {
            bail!("{said}");
        }
        Ok(())
    }

    /// Records a text: of an exercise in one of its checks, or of an example.
    pub async fn record(
        &self,
        check: Option<&(Exercise, String)>,
        name: &str,
        text: &str,
    ) -> Result<RecordResult> {
        let file = match check {
            Some(_) => "exercise.rs".to_owned(),
            None => format!("{name}.rs"),
        };
        let text = text.to_owned();
        // Kept until the recording has ended.
        let (_folder, source) =
            tokio::task::spawn_blocking(move || copy(&file, &text)).await??;
        let request = RecordRequest {
            name: check.map_or(name, |(exercise, _)| &exercise.name).into(),
            check: check.map(|(_, check)| check.clone()),
            source,
            target: self.target.join("harness"),
        };
        let command =
            (self.commands.record)(&self.root, &self.target, &request);
        tool::run(&self.programs, command, PATIENCE).await
    }
}

/// The file may change meanwhile, and the recording must be of the text that
/// it says it is of.
fn copy(file: &str, text: &str) -> Result<(TempDir, PathBuf)> {
    let folder = temporary::folder("reader")?;
    let source = folder.path().join(file);
    std::fs::write(&source, text)
        .with_context(|| format!("cannot write {}", source.display()))?;
    Ok((folder, source))
}
