//! The generated parts: one test target per exercise, and the test root that
//! puts every exercise's checks on its solution.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::catalogue::{Exercise, catalogue, read_text};
use crate::durable::replace;

const MARK: &str =
    "# Generated below: cargo run -p checker --example exercises -- generate";

/// Each generated file with the text it must have.
pub fn expected(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut all = catalogue(root)?;
    // A chapter that moves its exercises about changes nothing here.
    all.sort_by(|a, b| a.name.cmp(&b.name));
    let manifest = root.join("exercises/Cargo.toml");
    let head = read_text(&manifest)?;
    let head = head
        .split(MARK)
        .next()
        .filter(|head| head.len() < read_text(&manifest).map_or(0, |t| t.len()))
        .with_context(|| {
            format!("{} has no line `{MARK}`", manifest.display())
        })?;
    let mut files = vec![
        (manifest, format!("{head}{MARK}\n{}", targets(&all))),
        (root.join("exercises/solutions.rs"), solutions_root(&all)),
        (root.join("solutions/src/lib.rs"), solutions_lib(&all)),
    ];
    for exercise in &all {
        files.push((exercise.dir.join("main.rs"), main(exercise)));
    }
    Ok(files)
}

/// The generated files that are not as they should be.
pub fn stale(root: &Path) -> Result<Vec<PathBuf>> {
    let files = expected(root)?.into_iter();
    Ok(files
        .filter(|(path, text)| {
            read_text(path).map_or(true, |found| found != *text)
        })
        .map(|(path, _)| path)
        .collect())
}

/// Writes what is stale. Never an `exercise.rs`.
pub fn generate(root: &Path) -> Result<Vec<PathBuf>> {
    let stale = stale(root)?;
    for (path, text) in expected(root)? {
        if stale.contains(&path) {
            replace(&path, &text)?;
        }
    }
    Ok(stale)
}

/// `test = false`: the target `exercises` speaks for all of them, and builds
/// only what it needs; `--test NAME` works nevertheless. `bench = true`: so
/// that `cargo check --all-targets`, and with it an editor, looks at them.
fn targets(all: &[Exercise]) -> String {
    let mut text = String::new();
    for Exercise { name, .. } in all {
        let _ = write!(
            text,
            "\n[[test]]\nname = \"{name}\"\npath = \"{name}/main.rs\"\n\
             harness = false\ntest = false\nbench = true\n"
        );
    }
    text
}

/// The module bears the exercise's id, as filters and editors name its checks.
fn main(exercise: &Exercise) -> String {
    let Exercise {
        name, id, checks, ..
    } = exercise;
    let mut text = format!(
        "//! Generated: cargo run -p checker --example exercises -- generate\n\
         \n#![forbid(unsafe_code)]\n\n\
         mod exercise;\n\n{}#[path = \"checks.rs\"]\nmod {id};\n\n\
         lab::exercise! {{ \"{name}\", {id}:\n",
        match exercise.explores() {
            true => "lab::explored!(\"exercise.rs\");\n\n",
            false => "",
        }
    );
    for check in checks {
        let _ = writeln!(text, "    {check},");
    }
    text.push_str("}\n");
    text
}

fn solutions_root(all: &[Exercise]) -> String {
    let mut text = String::from(
        "//! Every exercise's checks on its solution: `cargo test -p solutions`.\n\
         //!\n\
         //! Generated: cargo run -p checker --example exercises -- generate\n",
    );
    for exercise in all {
        let Exercise { name, id, .. } = exercise;
        let explored = match exercise.explores() {
            true => {
                format!("lab::explored!(\"../solutions/src/{id}.rs\");\n    ")
            }
            false => String::new(),
        };
        let _ = write!(
            text,
            "\n#[path = \"{name}\"]\nmod {id} {{\n    \
             use solutions::{id} as exercise;\n    {explored}mod checks;\n}}\n"
        );
    }
    text
}

fn solutions_lib(all: &[Exercise]) -> String {
    let mut text = String::from(
        "//! One good answer to each exercise. The stubs are cut from these \
         files.\n\
         //!\n\
         //! Generated: cargo run -p checker --example exercises -- generate\n\n",
    );
    let mut ids: Vec<&str> = all.iter().map(|e| e.id.as_str()).collect();
    ids.sort_unstable();
    for id in ids {
        let _ = writeln!(text, "pub mod {id};");
    }
    text
}
