//! Has Cargo build the test binary of one exercise, and reads what it says.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::catalogue::Exercise;
use crate::process::{self, End};
use crate::verdict::Limits;

/// The rest would only scroll the first ones away.
const MOST_ERRORS: usize = 8;

/// What the compiler said, and what it made unless there were errors.
pub struct Built {
    pub binary: Option<PathBuf>,
    pub errors: String,
    pub warnings: String,
}

pub fn build(
    root: &Path,
    exercise: &Exercise,
    limits: &Limits,
) -> Result<Built> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root).args([
        "test",
        "--quiet",
        "--package=exercises",
        "--test",
        &exercise.name,
        "--no-run",
        "--message-format=json",
    ]);
    command.args(["--color", "never"]);
    if let Some(dir) = &limits.target_dir {
        command.arg("--target-dir").arg(dir);
    }
    let said = process::run(
        command,
        limits.build_time,
        16 << 20,
        None,
        &limits.cancel,
    )
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
    let heard = listen(&exercise.name, &said.stdout);
    let built = Built {
        binary: heard.binary.filter(|_| said.end == End::Exit(0)),
        errors: shown(&heard.errors),
        warnings: heard.warnings.concat(),
    };
    if built.binary.is_none() && built.errors.is_empty() {
        bail!("cargo cannot build {}:\n{}", exercise.name, said.stderr);
    }
    Ok(built)
}

#[derive(Default)]
struct Heard {
    binary: Option<PathBuf>,
    errors: Vec<Error>,
    warnings: Vec<String>,
}

struct Error {
    mine: bool,
    what: String,
    rendered: String,
}

/// What Cargo says in JSON about one target.
fn listen(target: &str, stdout: &str) -> Heard {
    let mut heard = Heard::default();
    // What is not JSON is not for us.
    let lines = stdout
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    for line in lines.filter(|line| line["target"]["name"] == target) {
        if line["reason"] == "compiler-artifact" {
            heard.binary = line["executable"].as_str().map(PathBuf::from);
            continue;
        }
        let message = &line["message"];
        let text = |key: &str| message[key].as_str().unwrap_or("").to_owned();
        match message["level"].as_str() {
            Some("warning") => heard.warnings.push(text("rendered")),
            Some("error") => heard.errors.push(Error {
                mine: is_in_exercise(message),
                what: text("message"),
                rendered: text("rendered"),
            }),
            _ => {}
        }
    }
    heard
}

fn is_in_exercise(message: &Value) -> bool {
    let spans = message["spans"].as_array().into_iter().flatten();
    spans.filter(|span| span["is_primary"] == true).any(|span| {
        let file = span["file_name"].as_str().unwrap_or("");
        file.ends_with("exercise.rs")
    })
}

/// The errors in the reader's file. What the checks then miss (a function that
/// is gone) only follows from them, and is shown when there is nothing else.
fn shown(errors: &[Error]) -> String {
    let mine = errors.iter().any(|error| error.mine);
    let mut known: Vec<&str> = Vec::new();
    let mut text = String::new();
    for error in errors.iter().filter(|error| error.mine == mine) {
        let again = known.contains(&error.what.as_str()) && !mine;
        if !again && known.len() < MOST_ERRORS {
            known.push(&error.what);
            text.push_str(&error.rendered);
        }
    }
    text
}
