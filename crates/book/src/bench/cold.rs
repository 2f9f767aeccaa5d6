//! First builds, each in a target folder that was empty.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::copy_tree;
use super::reader::Started;
use super::table::{Table, median_and_worst};
use crate::run::build::cargo;
use crate::terminal;

/// First builds take long; so many are enough.
const ROUNDS: usize = 3;

/// Tokio and futures in the versions and with the profile of the book.
const ALONE: &str = r#"
[package]
name = "alone"
edition = "2024"

[dependencies]
tokio = { version = "*", features = ["full"] }
futures = "*"

[profile.dev.package."*"]
debug = false

[workspace]
"#;

pub fn measure(root: &Path, table: &mut Table) -> Result<()> {
    let dir = tempfile::tempdir().context("cannot create a folder")?;
    let alone = dir.path().join("alone");
    fs::create_dir_all(alone.join("src"))?;
    fs::write(alone.join("Cargo.toml"), ALONE)?;
    fs::write(alone.join("src/main.rs"), "fn main() {}\n")?;
    fs::copy(root.join("Cargo.lock"), alone.join("Cargo.lock"))?;
    let book = dir.path().join("book");
    copy_tree(root, &book)?;

    let mut of_alone = Vec::new();
    let mut of_example = Vec::new();
    // In turn, so that a busy moment of the machine is not held against one.
    for round in 1..=ROUNDS {
        terminal::line(&format!(
            "measuring: first builds, {round} of {ROUNDS}"
        ));
        of_alone.push(cold(&alone, &["build", "--quiet"])?);
        let example = ["run", "--quiet", "--example", "semaphore"];
        of_example.push(cold(&book, &example)?);
    }
    let (tokio, _) = median_and_worst(of_alone.clone());
    let (example, _) = median_and_worst(of_example.clone());
    table.durations("first build of tokio and futures alone", "", of_alone);
    table.durations("first `cargo run --example semaphore`", "", of_example);
    table.note(
        "the second, in times of the first",
        "1.3",
        &format!("{:.2}", example.as_secs_f64() / tokio.as_secs_f64()),
        "",
    );

    terminal::line("measuring: first `cargo run`, to the first page");
    let target = tempfile::tempdir_in(dir.path())?;
    let began = Instant::now();
    let started = Started::cargo_run(&book, Some(target.path()))?;
    let page = started.get("/")?;
    let took = began.elapsed();
    ensure!(page.contains("book-token"), "not a page of the book");
    drop(started);
    let what = "first `cargo run`, to the first page";
    table.durations(what, "100 s", vec![took]);
    Ok(())
}

fn cold(root: &Path, arguments: &[&str]) -> Result<Duration> {
    let target = tempfile::tempdir().context("cannot create a folder")?;
    let began = Instant::now();
    let status = Command::new(cargo())
        .current_dir(root)
        .args(arguments)
        .env("CARGO_TARGET_DIR", target.path())
        .stdout(Stdio::null())
        .status()
        .context("cannot start cargo")?;
    let took = began.elapsed();
    ensure!(status.success(), "cargo {} failed", arguments.join(" "));
    Ok(took)
}
