//! `cargo book bench`: what a reader waits for, measured from outside.
//!
//! A server is started as a reader starts it and asked over its own socket;
//! for what changes files, on a copy of the checkout. A line of the table is a closure that does one
//! round and says how long it took; to add one, add it in [`bench`].

mod reader;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use drill::Exercise;
use serde_json::json;

use self::reader::{Reader, Started};
use crate::say;

/// One line of the table.
struct Line {
    what: &'static str,
    goal: &'static str,
    /// Sorted.
    times: Vec<Duration>,
}

/// Does one round and says how long it took.
type Round<'a> = &'a mut dyn FnMut(usize) -> Result<Duration>;

/// Measures every line `rounds` times and prints the table.
pub fn bench(root: &Path, rounds: usize) -> Result<()> {
    ensure!(rounds > 0, "--rounds must be at least 1");
    let mut lines = Vec::new();
    let mut line = |what, goal, round: Round| {
        say::line(&format!("measuring: {what}"));
        // The first round fills caches and builds what is missing.
        round(0).with_context(|| format!("measuring: {what}"))?;
        let mut times = (1..=rounds)
            .map(round)
            .collect::<Result<Vec<Duration>>>()
            .with_context(|| format!("measuring: {what}"))?;
        times.sort();
        lines.push(Line { what, goal, times });
        anyhow::Ok(())
    };

    line("`cargo run` again, to the first page", "1.5 s", &mut |_| {
        first_page(root)
    })?;
    let copy = tempfile::tempdir().context("cannot create a folder")?;
    copy_tree(root, copy.path())?;
    let root = copy.path();
    let started = Started::server(root)?;
    let mut reader = Reader::new(&started)?;
    let chapter = root.join("src/introduction.md");
    line("chapter saved, to its page again", "0.5 s", &mut |round| {
        saved_chapter(&mut reader, &chapter, "introduction.html", round)
    })?;
    let exercise = drill::catalogue(root)?
        .into_iter()
        .next()
        .context("there is no exercise")?;
    line("exercise saved, to its verdict", "0.7 s", &mut |round| {
        saved_exercise(&mut reader, root, &exercise, round)
    })?;
    line(
        "exercise saved, to its compiler error",
        "0.7 s",
        &mut |round| broken_exercise(&mut reader, &exercise, round),
    )?;
    line("Run pressed, to the first line", "–", &mut |_| {
        first_line(&reader, "semaphore")
    })?;
    drop(started);
    say::line("");
    say::line(&table(&lines));
    Ok(())
}

fn table(lines: &[Line]) -> String {
    let mut text = String::from(
        "| what a reader waits for | goal (median) | median | worst |\n\
         |---|---|---|---|\n",
    );
    for Line { what, goal, times } in lines {
        let median = say::seconds(times[times.len() / 2]);
        let worst = times.last().copied().unwrap_or_default();
        let worst = say::seconds(worst);
        text += &format!("| {what} | {goal} | {median} | {worst} |\n");
    }
    text
}

/// With Cargo, which looks at every file before it starts the program.
fn first_page(root: &Path) -> Result<Duration> {
    let began = Instant::now();
    let started = Started::cargo_run(root)?;
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

/// Everything that Git would keep, and what is not committed yet.
fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let skip = ["target", ".git", ".book", "node_modules", "book"];
        if skip.iter().any(|skip| name == *skip) {
            continue;
        }
        let (path, to) = (entry.path(), to.join(&name));
        if entry.file_type()?.is_dir() {
            copy_tree(&path, &to)?;
        } else {
            fs::copy(&path, &to)
                .with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_shows_the_median_and_the_worst() {
        let times = [3, 1, 9].map(Duration::from_secs);
        let mut times = times.to_vec();
        times.sort();
        let line = Line {
            what: "a thing",
            goal: "2 s",
            times,
        };
        let text = table(&[line]);
        assert!(text.ends_with("| a thing | 2 s | 3.00 s | 9.00 s |\n"));
    }
}
