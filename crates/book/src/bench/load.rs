//! `cargo book bench --load`: 200 open pages, 50 saves a second for a minute.
//!
//! Everything happens on loopback, on a copy of the checkout. What is asked: is
//! an edit lost, does a page show a wrong state, does memory or do processes
//! stay behind?

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::{Value, json};

use super::copy_tree;
use super::process::{marked, resident};
use super::reader::{Connection, Reader, Started};
use super::table::Table;
use crate::terminal;

const PAGES: usize = 200;
const SAVES: u32 = 50;
const TIME: Duration = Duration::from_secs(60);
const TOTAL: u32 = SAVES * TIME.as_secs() as u32;
const WRITERS: usize = 8;
/// Exercises and copies of examples, so many of each.
const FILES: usize = 8;
/// For the verdicts after the last save.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a page knows: of a file its revision, of an exercise its verdict.
#[derive(Default)]
struct Known {
    files: BTreeMap<String, String>,
    verdicts: BTreeMap<String, (String, String)>,
    lost: bool,
}

/// A file of the desk as the one who saves knows it.
struct File {
    kind: &'static str,
    name: String,
    path: std::path::PathBuf,
    text: String,
    revision: String,
}

pub fn measure(root: &Path, table: &mut Table) -> Result<()> {
    let copy = tempfile::tempdir().context("cannot create a folder")?;
    copy_tree(root, copy.path())?;
    let root = copy.path();
    let started = Started::server(root)?;
    let server = started.id();
    let mut files = files(root)?;
    terminal::line(&format!("measuring: {PAGES} open pages"));
    let pages: Vec<_> =
        (0..PAGES).map(|_| page(&started)).collect::<Result<_>>()?;
    let reader = Reader::new(&started)?;
    // Once each, so that what is built once is built.
    let mut connection = reader.connect()?;
    for file in &mut files {
        save(&mut connection, file, 0)?;
    }
    settled(&pages, &files)?;
    // The recorder is built when nothing else is to do; not while we measure.
    terminal::line("waiting for the recorder to be built");
    if let Some(file) = files.first() {
        let asked = json!({ "kind": file.kind, "name": file.name });
        reader.ask("/api/figure", &asked)?;
    }
    let before = resident(server)?;
    terminal::line(&format!(
        "measuring: {SAVES} saves a second for {} s",
        TIME.as_secs()
    ));
    let began = Instant::now();
    let slow = all_saves(&reader, &mut files, began)?;
    let took = began.elapsed();
    let wrong = settled(&pages, &files)?;
    let lost = files.iter().filter(|file| {
        std::fs::read_to_string(&file.path).ok().as_ref() != Some(&file.text)
    });
    let lost = lost.count();
    let after = resident(server)?;
    let left = left(server)?;
    let what =
        |what: &str| format!("{PAGES} pages, {SAVES} saves a second: {what}");
    table.durations(&what("a save"), "", slow);
    let rate = format!("{TOTAL} in {:.1} s", took.as_secs_f64());
    let goal = format!("{TOTAL} in {} s", TIME.as_secs());
    let line = |goal: &str, value: String| (goal.to_owned(), value);
    for (name, (goal, value)) in [
        ("saves", line(&goal, rate)),
        ("lost edits", line("0", lost.to_string())),
        ("pages with a wrong state", line("0", wrong.to_string())),
        ("memory before", line("", mib(before))),
        ("memory after", line("+ 16 MiB", mib(after))),
        ("processes left", line("0", left.to_string())),
    ] {
        table.note(&what(name), &goal, &value, "");
    }
    Ok(())
}

/// Several at a time, each with files of its own, so that a slow disk does not
/// make them fewer.
fn all_saves(
    reader: &Reader,
    files: &mut [File],
    began: Instant,
) -> Result<Vec<Duration>> {
    let writers = WRITERS as u32;
    let each = files.len().div_ceil(WRITERS);
    std::thread::scope(|scope| {
        let threads: Vec<_> = files
            .chunks_mut(each)
            .zip(0..)
            .map(|(files, writer)| {
                scope.spawn(move || -> Result<Vec<Duration>> {
                    let mut slow = Vec::new();
                    let mut connection = reader.connect()?;
                    for number in (1 + writer..=TOTAL).step_by(WRITERS) {
                        // Not quicker than a second has room for; what is
                        // late catches up.
                        let due =
                            began + number * Duration::from_secs(1) / SAVES;
                        let now = Instant::now();
                        std::thread::sleep(due.saturating_duration_since(now));
                        let index = (number / writers) as usize % files.len();
                        let file = files.get_mut(index).context("a file")?;
                        let asked = Instant::now();
                        save(&mut connection, file, number)?;
                        slow.push(asked.elapsed());
                    }
                    Ok(slow)
                })
            })
            .collect();
        let mut slow = Vec::new();
        for thread in threads {
            let done = thread.join();
            slow.extend(done.map_err(|_| anyhow!("a writer panicked"))??);
        }
        Ok(slow)
    })
}

/// What still runs when there is nothing to do any more.
fn left(server: u32) -> Result<usize> {
    // A check in the background that gave way begins again.
    let until = Instant::now() + PATIENCE;
    loop {
        let left = marked(server)?;
        if left == 0 || Instant::now() > until {
            return Ok(left);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn mib(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20))
}

fn files(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for exercise in checker::catalogue(root)?.into_iter().take(FILES) {
        files.push(File {
            kind: "exercise",
            path: exercise.source_path(),
            text: exercise.source()?,
            revision: exercise.revision(),
            name: exercise.id,
        });
    }
    for name in crate::run::examples::all(root)?.into_iter().take(FILES) {
        files.push(File {
            kind: "example",
            path: crate::run::examples::scratch(root, &name),
            text: String::new(),
            revision: String::new(),
            name,
        });
    }
    Ok(files)
}

/// Does not compile, so that verdicts come as fast as they can.
fn save(
    connection: &mut Connection,
    file: &mut File,
    number: u32,
) -> Result<()> {
    let text = format!("fn edit_{number}() {{ let it: u8 = \"{number}\"; }}\n");
    let asked = json!({
        "kind": file.kind, "name": file.name,
        "text": text, "base": file.revision,
    });
    let answer = connection.ask("/api/save", &asked)?;
    let revision = checker::hash(&text);
    ensure!(answer["revision"] == *revision, "not saved: {answer}");
    (file.text, file.revision) = (text, revision);
    Ok(())
}

type Page = Arc<Mutex<Known>>;

/// An open page, which follows the events as the scripts do.
fn page(started: &Started) -> Result<Page> {
    let mut reader = Reader::new(started)?;
    let page = Page::default();
    let known = page.clone();
    std::thread::Builder::new()
        .stack_size(128 << 10)
        .spawn(move || {
            let heard = reader.until(|event| {
                let mut known =
                    known.lock().unwrap_or_else(PoisonError::into_inner);
                known.hear(event);
                false
            });
            // It ends with the server.
            drop(heard);
        })?;
    Ok(page)
}

impl Known {
    fn hear(&mut self, event: &Value) {
        let text = |key: &str| event[key].as_str().unwrap_or("").to_owned();
        match event["kind"].as_str() {
            Some("file") => {
                self.files.insert(
                    format!("{} {}", text("of"), text("name")),
                    text("revision"),
                );
            }
            Some("exercise") => {
                let state = &event["verdict"]["state"];
                let state = state.as_str().unwrap_or("").to_owned();
                self.verdicts.insert(text("id"), (text("revision"), state));
            }
            // It would load itself again and ask for everything.
            Some("reload") => self.lost = true,
            _ => {}
        }
    }

    fn is_right(&self, file: &File) -> bool {
        let key = format!("{} {}", file.kind, file.name);
        let right = self.files.get(&key) == Some(&file.revision);
        let judged = file.kind != "exercise"
            || self.verdicts.get(&file.name).is_some_and(
                |(revision, state)| {
                    *revision == file.revision && state == "broken"
                },
            );
        right && judged
    }
}

/// Waits until every page is right, and says how many are not.
fn settled(pages: &[Page], files: &[File]) -> Result<usize> {
    let until = Instant::now() + PATIENCE;
    loop {
        let wrong = pages.iter().filter(|page| {
            let known = page.lock().unwrap_or_else(PoisonError::into_inner);
            !known.lost && !files.iter().all(|file| known.is_right(file))
        });
        let wrong = wrong.count();
        if wrong == 0 || Instant::now() > until {
            return Ok(wrong);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
