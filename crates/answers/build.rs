//! Puts every exercise's checks on every answer of `answers/`, and on the
//! stub that is cut from the solution. The reader's `exercise.rs` is not read.
//!
//! `checks.rs` is taken as it is, but its checks are made plain functions, as a
//! test of a wrong answer has to fail without failing.
//!
//! `ANSWERS=DIR` takes the answers from another folder with the same layout,
//! and only the exercises that it has: to try answers before they are kept.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use checker::Exercise;

fn main() -> Result<()> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = here.join("../..");
    let out = PathBuf::from(env::var_os("OUT_DIR").context("no OUT_DIR")?);
    // Not the folder of the exercises: the reader's edits are none of ours.
    for folder in ["answers", "../../solutions/src"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    println!("cargo::rerun-if-changed=../../exercises/Cargo.toml");
    println!("cargo::rerun-if-env-changed=ANSWERS");
    let tried = env::var_os("ANSWERS").map(PathBuf::from);
    if let Some(tried) = &tried {
        println!("cargo::rerun-if-changed={}", tried.display());
    }
    let folder = tried.clone().unwrap_or_else(|| here.join("answers"));
    let mut text = String::new();
    for exercise in checker::catalogue(&root)? {
        let folder = folder.join(&exercise.id);
        if tried.is_some() && !folder.is_dir() {
            continue;
        }
        for file in ["checks.rs", "exercise.toml"] {
            let path = exercise.dir.join(file);
            println!("cargo::rerun-if-changed={}", path.display());
        }
        let checks = checker::checks::plain(&exercise)?;
        let path = out.join(format!("{}_checks.rs", exercise.id));
        write_file(&path, &checks)?;
        let stub = out.join(format!("{}_stub.rs", exercise.id));
        write_file(&stub, &exercise.stub(&root)?)?;
        writeln!(text, "mod {} {{", exercise.id)?;
        trial(&mut text, &exercise, "stub", &stub, &path)?;
        for (name, answer) in answers(&folder)? {
            trial(&mut text, &exercise, &name, &answer, &path)?;
        }
        writeln!(text, "}}")?;
    }
    write_file(&out.join("trials.rs"), &text)
}

/// The answers to one exercise, by name.
fn answers(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder)
        .with_context(|| format!("no answers in {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str());
        let name = name.context("an answer without a name")?.to_owned();
        found.push((name, path));
    }
    found.sort();
    Ok(found)
}

/// One module: the answer, the checks on it, and the test that judges both.
fn trial(
    text: &mut String,
    exercise: &Exercise,
    name: &str,
    answer: &Path,
    checks: &Path,
) -> Result<()> {
    writeln!(text, "pub mod {name} {{")?;
    // Wrong answers do what the lints warn of.
    writeln!(text, "#[allow(warnings, clippy::all)]")?;
    writeln!(text, "#[path = {answer:?}] pub mod exercise;")?;
    if exercise.explores() {
        writeln!(text, "lab::explored!({answer:?});")?;
    }
    writeln!(text, "#[path = {checks:?}] pub mod checks;")?;
    writeln!(
        text,
        "#[test] fn is_judged() {{ crate::judge(&crate::Trial {{"
    )?;
    writeln!(text, "exercise: {:?}, answer: {name:?},", exercise.id)?;
    writeln!(text, "source: include_str!({answer:?}), checks: &[")?;
    for check in &exercise.checks {
        writeln!(text, "({check:?}, || crate::run(checks::{check}())),")?;
    }
    writeln!(text, "] }}) }} }}")?;
    Ok(())
}

fn write_file(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text)
        .with_context(|| format!("cannot write {}", path.display()))
}
