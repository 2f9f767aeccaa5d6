//! What a reader of a served book waits for.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use checker::Exercise;
use serde_json::json;

use super::reader::{Reader, Started};
use super::table::Table;
use super::{copy_tree, edit, idle};

/// Starts servers, saves files, presses Run.
pub fn measure(root: &Path, table: &mut Table) -> Result<()> {
    table.times("`cargo run` again, to the first page", "1.5 s", |_| {
        first_page(root)
    })?;
    let copy = tempfile::tempdir().context("cannot create a folder")?;
    copy_tree(root, copy.path())?;
    let root = copy.path();
    let started = Started::server(root)?;
    idle::measure(root, &started, table)?;
    let mut reader = Reader::new(&started)?;
    let exercise = checker::catalogue(root)?
        .into_iter()
        .next()
        .context("there is no exercise")?;
    table.times("exercise saved, to its verdict", "0.7 s", |round| {
        saved_exercise(&mut reader, root, &exercise, round)
    })?;
    table.times("exercise saved, to its compiler error", "0.7 s", |round| {
        broken_exercise(&mut reader, &exercise, round)
    })?;
    edit::measure(&mut reader, root, &exercise, table)?;
    // The chapter with the most figures: the slowest to build.
    let chapter = root.join("src/gather-is-join.md");
    table.times("chapter saved, to its page again", "0.5 s", |round| {
        saved_chapter(&mut reader, &chapter, "gather-is-join.html", round)
    })?;
    table.times("Run pressed, to the first line", "", |_| {
        first_line(&reader, "semaphore")
    })
}

/// With Cargo, which looks at every file before it starts the program.
fn first_page(root: &Path) -> Result<Duration> {
    let began = Instant::now();
    let started = Started::cargo_run(root, None)?;
    let page = started.get("/")?;
    let took = began.elapsed();
    ensure!(page.contains("book-token"), "not a page of the book");
    Ok(took)
}

/// Until the page that a browser loads after the event has the new words.
fn saved_chapter(
    reader: &mut Reader,
    chapter: &Path,
    page: &str,
    round: usize,
) -> Result<Duration> {
    let words = format!("A sentence of round {round}.");
    let text = fs::read_to_string(chapter)?;
    let began = Instant::now();
    fs::write(chapter, format!("{text}\n{words}\n"))?;
    reader.until(|event| event["kind"] == "reload")?;
    let loaded = reader.get(&format!("/{page}"))?;
    let took = began.elapsed();
    ensure!(loaded.contains(&words), "the page has not changed");
    Ok(took)
}

fn saved_exercise(
    reader: &mut Reader,
    root: &Path,
    exercise: &Exercise,
    round: usize,
) -> Result<Duration> {
    let solution = exercise.solution(root)?;
    let text = format!("{solution}\n// Round {round}.\n");
    let (took, state) = judged(reader, exercise, &text)?;
    ensure!(state == "solved", "the solution is {state}");
    Ok(took)
}

fn broken_exercise(
    reader: &mut Reader,
    exercise: &Exercise,
    round: usize,
) -> Result<Duration> {
    let text = format!("fn round_{round}() {{ let broken: u8 = \"a\"; }}\n");
    let (took, state) = judged(reader, exercise, &text)?;
    ensure!(state == "broken", "a broken exercise is {state}");
    Ok(took)
}

fn judged(
    reader: &mut Reader,
    exercise: &Exercise,
    text: &str,
) -> Result<(Duration, String)> {
    let began = Instant::now();
    fs::write(exercise.source_path(), text)?;
    let event = reader.until(|event| {
        event["kind"] == "exercise" && event["id"] == exercise.id.as_str()
    })?;
    let state = event["verdict"]["state"].as_str().unwrap_or_default();
    Ok((began.elapsed(), state.to_string()))
}

fn first_line(reader: &Reader, example: &str) -> Result<Duration> {
    let began = Instant::now();
    let body = json!({ "example": example }).to_string();
    let lines = reader.post("/api/run", &body)?;
    for line in lines {
        let event: serde_json::Value = serde_json::from_str(&line?)?;
        match event["kind"].as_str() {
            Some("line") if event["stream"] == "stdout" => {
                return Ok(began.elapsed());
            }
            Some("ended") => bail!("the run ended: {event}"),
            _ => {}
        }
    }
    bail!("the run printed nothing")
}
