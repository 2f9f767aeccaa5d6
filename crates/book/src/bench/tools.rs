//! What an author waits for, what a figure of many steps does to a browser,
//! and whether the tests hold under load.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::table::Table;
use crate::run::build::cargo;
use crate::{production, terminal};

/// Records everything, from a warm target folder, and writes nothing.
pub fn recording(root: &Path, table: &mut Table) -> Result<()> {
    table.times("recording all figures again", "60 s", |_| {
        // Without the copies of the examples the harness is compiled again, as
        // it is when every example has changed.
        if let Some(target) = target() {
            let _ = fs::remove_dir_all(target.join("harness"));
        }
        let began = Instant::now();
        let status = Command::new(cargo())
            .current_dir(root)
            .args(production::RECORD)
            .args(["--check", "--timelines-only"])
            .status()
            .context("cannot start cargo")?;
        ensure!(status.success(), "the recordings are stale");
        Ok(began.elapsed())
    })
}

/// The folder that Cargo has built this program in.
fn target() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    program.ancestors().nth(2).map(Path::to_path_buf)
}

/// Lets `npm run bench` step and scrub through 10,000 steps.
pub fn frames(root: &Path, table: &mut Table) -> Result<()> {
    const WHAT: &str = "10,000 steps, a frame";
    const GOAL: &str = "16.7 ms";
    terminal::line("measuring: frames of a figure of 10,000 steps");
    let viewer = root.join("viewer");
    if !viewer.join("node_modules").is_dir() {
        table.missing(WHAT, GOAL, "first: npm ci, in viewer/");
        return Ok(());
    }
    let output = Command::new("npm")
        .current_dir(&viewer)
        .args(["run", "--silent", "bench"])
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start npm")?;
    ensure!(output.status.success(), "`npm run bench` failed");
    let text = String::from_utf8_lossy(&output.stdout);
    let mut found = false;
    for line in text.lines() {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let [
            mode @ ("step" | "scrub" | "jump"),
            _,
            median,
            most,
            _,
            late,
            ..,
        ] = cells[..]
        else {
            continue;
        };
        // In a browser without a screen some frames come late by themselves;
        // what the page did in them says whether it was the page.
        let busy = cells
            .get(6)
            .map_or(String::new(), |busy| format!(", busy for {busy} ms"));
        table.note(
            &format!("{WHAT}: {mode}"),
            GOAL,
            &format!("{median} ms{busy}"),
            &format!("{most} ms at 95 %, {late} of 600 late"),
        );
        found = true;
    }
    ensure!(found, "`npm run bench` said something else:\n{text}");
    Ok(())
}

/// Runs `cargo test` so often while every core is busy.
pub fn suite(root: &Path, table: &mut Table, times: usize) -> Result<()> {
    let busy = Busy::start()?;
    let mut all: Vec<Duration> = Vec::new();
    let mut failed = 0;
    for time in 1..=times {
        terminal::line(&format!("measuring: cargo test, {time} of {times}"));
        let began = Instant::now();
        let output = Command::new(cargo())
            .current_dir(root)
            .args(["test", "--quiet"])
            .output()
            .context("cannot start cargo")?;
        all.push(began.elapsed());
        if !output.status.success() {
            failed += 1;
            terminal::line(&String::from_utf8_lossy(&output.stdout));
        }
    }
    drop(busy);
    table.durations(
        &format!("`cargo test` under load: {failed} of {times} failed"),
        "0 failed",
        all,
    );
    Ok(())
}

/// A program without end on each core, until it is dropped.
struct Busy(Vec<Child>);

impl Busy {
    fn start() -> Result<Self> {
        let cores = std::thread::available_parallelism()?.get();
        let mut busy = Busy(Vec::new());
        for _ in 0..cores {
            let child = Command::new("sh")
                // It ends with this program, however that ends.
                .args(["-c", "while kill -0 $PPID 2>/dev/null; do :; done"])
                .spawn()
                .context("cannot start a shell")?;
            busy.0.push(child);
        }
        Ok(busy)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        for child in &mut self.0 {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
