//! Builds the stage with a copy of each example, runs it, reads the runs.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use timeline::{Clock, FORMAT, Knob, Recording, Run, VERSION};

use crate::examples::Example;
use crate::instrument::{self, Copy};

const SEED: &str = "book";

/// Records the examples. Each process records all of them: starting one costs
/// more than a recording.
pub fn record(root: &Path, examples: &[Example]) -> Result<Vec<Recording>> {
    if examples.is_empty() {
        return Ok(Vec::new());
    }
    let stage = write_copies(root, examples)?;
    let output = Command::new(cargo())
        .args(["run", "--quiet", "--package", "stage"])
        .current_dir(root)
        .env("STAGE", &stage)
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start cargo")?;
    if !output.status.success() {
        bail!(
            "the examples do not build or run under the recorder; the \
             messages above name copies of them, with the same lines"
        );
    }
    let text = String::from_utf8(output.stdout)?;
    let runs = text.lines().map(|line| {
        let (name, json) = line.split_once(' ').context("a broken line")?;
        let run = serde_json::from_str(json).context("a broken run")?;
        Ok((name.to_owned(), run))
    });
    let runs: Vec<(String, Run)> = runs.collect::<Result<_>>()?;
    let tokio = locked_version(root, "tokio")?;
    examples
        .iter()
        .map(|one| recording(one, &runs, &tokio))
        .collect()
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
        let (_, run) =
            found.with_context(|| format!("the stage did not run {staged}"))?;
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
    let sha256 = Sha256::digest(example.source.as_bytes());
    Ok(Recording {
        format: FORMAT.to_owned(),
        version: VERSION,
        example: name.clone(),
        files: vec![format!("examples/{name}.rs")],
        sha256: sha256.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        }),
        clock: Clock::Virtual,
        seed: SEED.to_owned(),
        tokio: tokio.to_owned(),
        knob,
        runs: own,
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
    let dir = target(root).join("stage");
    let mut modules = String::new();
    let mut table = String::new();
    for example in examples {
        let name = &example.name;
        for (i, value) in values(example).iter().enumerate() {
            let knob = example.spec.knob.as_ref().zip(value.as_ref());
            let knob =
                knob.map(|(knob, value)| (knob.name.as_str(), value.as_str()));
            let Copy { text, names } =
                instrument::instrument(&example.source, knob)
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
                "    Staged {{ name: \"{name}.{i}\", run: || recorder::run(\
                 &recorder::Program {{ file: {file:?}, names: &{names:?} }}, \
                 {name}_{i}::main()) }},"
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
fn write_if_changed(path: &Path, text: &str) -> Result<()> {
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

fn locked_version(root: &Path, package: &str) -> Result<String> {
    let text = fs::read_to_string(root.join("Cargo.lock"))
        .context("cannot read Cargo.lock")?;
    let lock: Lock = toml::from_str(&text).context("in Cargo.lock")?;
    let found = lock.package.into_iter().find(|one| one.name == package);
    let found = found.with_context(|| format!("{package} is not locked"))?;
    Ok(found.version)
}
