//! `cargo book check`: what an author must hold, in one command.

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};

use crate::terminal;

/// Checks everything, also after a failure: an author wants the whole list.
pub fn check(root: &Path) -> Result<ExitCode> {
    let mut failures = 0;
    let mut step = |what: &str, result: Result<String>| {
        match result {
            Ok(detail) => terminal::line(&format!("ok     {what}: {detail}")),
            Err(error) => {
                failures += 1;
                terminal::line(&format!("FAILED {what}: {error:#}"));
            }
        };
    };
    step("the book builds without a problem", book(root));
    step("exercises have what they need", exercises(root));
    step("generated parts of the exercises are current", wiring(root));
    step(
        "recordings and outputs are what the code does",
        recordings(root),
    );
    if failures > 0 {
        terminal::line(&format!(
            "{} failed",
            terminal::count(failures, "check")
        ));
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

fn book(root: &Path) -> Result<String> {
    let dir = tempfile::tempdir().context("cannot create a folder")?;
    let report = render::build(&render::Options {
        root: root.to_path_buf(),
        dest: dir.path().join("book"),
        site_url: None,
        keep_going: false,
    })?;
    let warnings: Vec<_> =
        report.warnings.iter().map(ToString::to_string).collect();
    ensure!(warnings.is_empty(), "{}", warnings.join("\n"));
    Ok(terminal::count(report.chapters, "chapter"))
}

fn exercises(root: &Path) -> Result<String> {
    let all = checker::catalogue(root)?;
    let mut wrong = Vec::new();
    let mut names = HashSet::new();
    for exercise in &all {
        let mut say = |what: String| {
            wrong.push(format!("{}: {what}", exercise.name));
        };
        if !names.insert(&exercise.name) {
            say("its name is there twice".into());
        }
        let page = root.join("src").join(&exercise.chapter);
        let marker = format!("<!-- exercise: {} -->", exercise.name);
        match std::fs::read_to_string(&page) {
            Ok(text) if text.contains(&marker) => {}
            Ok(_) => {
                say(format!("src/{} has no line {marker}", exercise.chapter))
            }
            Err(error) => say(format!(
                "its chapter src/{} cannot be read: {error}",
                exercise.chapter
            )),
        }
        if exercise.checks.is_empty() {
            say("it has no checks".into());
        }
        let checks = std::fs::read_to_string(exercise.checks_path());
        let checks = checks.unwrap_or_default();
        for check in &exercise.checks {
            if !checks.contains(&format!("fn {check}(")) {
                say(format!("checks.rs has no check {check}"));
            }
        }
        if exercise
            .hints
            .iter()
            .any(|hint| hint.text.trim().is_empty())
        {
            say("a hint is empty".into());
        }
        match exercise.stub(root) {
            Ok(stub) if stub.contains("TODO") => {}
            Ok(_) => say("its stub has no TODO".into()),
            Err(error) => say(format!("{error:#}")),
        }
    }
    ensure!(wrong.is_empty(), "\n  {}", wrong.join("\n  "));
    Ok(terminal::count(all.len(), "exercise"))
}

fn wiring(root: &Path) -> Result<String> {
    let stale = checker::wiring::stale(root)?;
    let stale: Vec<_> = stale
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    ensure!(
        stale.is_empty(),
        "not as generated: {}. Write them again with: cargo run -p checker \
         --example exercises -- generate",
        stale.join(", ")
    );
    Ok("nothing to write".into())
}

fn recordings(root: &Path) -> Result<String> {
    let output = std::process::Command::new(crate::run::build::cargo())
        .current_dir(root)
        .args(crate::production::RECORD)
        .arg("--check")
        .output()
        .context("cannot start cargo")?;
    ensure!(
        output.status.success(),
        "{}\nRecord again with: cargo book record",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    let said = String::from_utf8_lossy(&output.stdout);
    Ok(said.lines().last().unwrap_or("all current").to_string())
}
