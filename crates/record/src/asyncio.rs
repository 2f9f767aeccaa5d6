//! Records the asyncio twins: `crates/record/asyncio` runs each of them, and
//! its recording becomes `recordings/NAME.py.json`.

use std::process::Command;

use anyhow::{Context, Result, bail};
use timeline::Recording;

use crate::examples::{Example, Knob};
use crate::{Files, captures, process};

/// Before 3.12 `asyncio.wait_for` made a task of what it waits for. A program
/// that calls it has one recording for 3.11, and another from 3.12 on.
const DIFFERS_BY_VERSION: &str = "wait_for(";

/// The recordings of the twins of these examples, in their order.
pub fn record(
    examples: &[Example],
    files: &mut Files,
) -> Result<Vec<Recording>> {
    let Some(python) = captures::python() else {
        eprintln!("skipped recording asyncio: no Python 3.11 or later here");
        return Ok(Vec::new());
    };
    let mut recordings = Vec::new();
    for example in examples {
        let Some(twin) = &example.twin else { continue };
        if !example.has_timeline() {
            continue;
        }
        let path = format!("examples/{}.py", example.name);
        let source = std::fs::read_to_string(twin)
            .with_context(|| format!("cannot read {path}"))?;
        if source.contains(DIFFERS_BY_VERSION) {
            continue;
        }
        let mut recording = one(&python, &path, &source, example, files)
            .with_context(|| format!("in {path}"))?;
        // Which of the versions it was says nothing: they are equal.
        recording.python = Some("3.11 to 3.13".to_owned());
        let to = format!("recordings/{}.py.json", example.name);
        files.put(&to, &recording.to_json())?;
        recordings.push(recording);
    }
    Ok(recordings)
}

/// With a run for each value of the example's knob, if the twin has it.
fn one(
    python: &str,
    path: &str,
    source: &str,
    example: &Example,
    files: &Files,
) -> Result<Recording> {
    let Some((knob, default)) = example
        .spec
        .knob
        .as_ref()
        .and_then(|knob| own(knob, source))
    else {
        return run(python, path, None, files);
    };
    let mut runs = Vec::new();
    let mut whole = None;
    for value in &knob.values {
        let setting = format!("{}={}", knob.name, in_python(value));
        let mut recording = run(python, path, Some(&setting), files)?;
        for mut run in recording.runs.drain(..) {
            run.value = Some(value.clone());
            runs.push(run);
        }
        whole = Some(recording);
    }
    let mut whole = whole.context("a knob without values")?;
    whole.knob = Some(timeline::Knob {
        name: knob.name.clone(),
        label: knob.label.clone(),
        default,
    });
    whole.runs = runs;
    Ok(whole)
}

/// The knob, if the twin has a constant of its name, and the value there.
fn own<'a>(knob: &'a Knob, source: &str) -> Option<(&'a Knob, String)> {
    let head = format!("{} = ", knob.name);
    let found = source.lines().find_map(|line| line.strip_prefix(&head))?;
    let is = |value: &&String| in_python(value) == found;
    let default = knob.values.iter().find(is)?;
    Some((knob, default.clone()))
}

fn in_python(value: &str) -> &str {
    match value {
        "true" => "True",
        "false" => "False",
        other => other,
    }
}

fn run(
    python: &str,
    path: &str,
    setting: Option<&str>,
    files: &Files,
) -> Result<Recording> {
    let mut command = Command::new(python);
    command.current_dir(files.root());
    command.arg("crates/record/asyncio").arg(path);
    if let Some(setting) = setting {
        command.args(["--set", setting]);
    }
    // A folder of compiled modules beside the recorder would be a change.
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    let printed = process::apart(command)?;
    match Recording::from_json(&printed.out) {
        Ok(recording) => Ok(recording),
        Err(error) if printed.err.is_empty() => Err(error.into()),
        Err(_) => bail!("{}", printed.err.trim()),
    }
}
