//! Resets all exercises at once, and brings all of them back.
//!
//! The texts are kept first, then a list of them is written, then the files
//! are reset. Wherever that ends too early, nothing is lost: without the list
//! no file was touched, and with it [`undo_all`] brings all of them back.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use crate::backups::Backup;
use crate::catalogue::catalogue;
use crate::desk::{Desk, folder};
use crate::durable;

/// What [`reset_all`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reset {
    /// The ids of the exercises whose file was changed.
    pub reset: Vec<String>,
    /// How many texts were kept.
    pub kept: usize,
    /// Names the list of what was kept; nothing if nothing was.
    pub batch: Option<String>,
}

/// `.book/backups/batch-NUMBER.json`
#[derive(Serialize, Deserialize)]
struct Batch {
    version: u32,
    exercises: Vec<Kept>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    id: String,
    /// The number of the backup in the exercise's folder.
    backup: u64,
}

/// Puts every exercise back to its stub.
pub fn reset_all(root: &Path, home: &Path) -> Result<Reset> {
    let mut done = Reset::default();
    let mut touched = Vec::new();
    let mut exercises = Vec::new();
    for exercise in catalogue(root)? {
        let desk = Desk::of_exercise(root, home, &exercise)?;
        if desk.path.exists() && !desk.is_edited() && desk.text().is_ok() {
            continue;
        }
        if let Some(path) = desk.keep_edits()? {
            let id = desk.name.clone();
            let backup = number(&path).unwrap_or_default();
            exercises.push(Kept { id, backup });
        }
        touched.push(desk);
    }
    done.kept = exercises.len();
    if !exercises.is_empty() {
        let version = 1;
        done.batch = Some(write(home, &Batch { version, exercises })?);
    }
    for desk in touched {
        desk.clear()?;
        done.reset.push(desk.name);
    }
    Ok(done)
}

/// Brings back what the newest [`reset_all`] took away; the ids. What the
/// reader has written since becomes a backup of its own.
pub fn undo_all(root: &Path, home: &Path) -> Result<Vec<String>> {
    let path = batches(home).pop().context(
        "there is no reset of all exercises to undo; one of them is brought \
         back with `cargo book reset NAME --undo`",
    )?;
    let batch = read(&path)?;
    let all = catalogue(root)?;
    let mut restored = Vec::new();
    let mut used = Vec::new();
    for Kept { id, backup } in batch.exercises {
        // An exercise that is gone keeps its backup.
        let Some(exercise) = all.iter().find(|exercise| exercise.id == id)
        else {
            continue;
        };
        let desk = Desk::of_exercise(root, home, exercise)?;
        let path = desk.backups.join(format!("{backup}.rs"));
        // It was brought back by itself meanwhile.
        if !path.exists() {
            continue;
        }
        let backup = Backup {
            number: backup,
            path,
        };
        desk.restore(&backup)?;
        used.push(backup.path);
        restored.push(id);
    }
    // Last, so that an undo that ends too early can be done again.
    durable::remove(&path)?;
    for path in used {
        durable::remove(&path)?;
    }
    Ok(restored)
}

/// Is there something for [`undo_all`]?
pub fn has_batch(home: &Path) -> bool {
    !batches(home).is_empty()
}

fn write(home: &Path, batch: &Batch) -> Result<String> {
    let mut text = serde_json::to_string_pretty(batch)
        .context("cannot put the list of backups into words")?;
    text.push('\n');
    let newest = batch.exercises.iter().map(|kept| kept.backup).max();
    let before = batches(home).pop().and_then(|path| number(&path));
    let mut number = newest.unwrap_or(0).max(before.unwrap_or(0) + 1);
    loop {
        let name = format!("batch-{number}");
        let path = folder(home).join(format!("{name}.json"));
        if durable::create(&path, &text)? {
            return Ok(name);
        }
        number += 1;
    }
}

fn read(path: &Path) -> Result<Batch> {
    let text = crate::read::string(path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let batch: Batch = serde_json::from_str(&text).with_context(|| {
        format!(
            "cannot understand {}; the backups themselves are in the folders \
             beside it",
            path.display()
        )
    })?;
    ensure!(
        batch.version == 1,
        "{} is of version {}; update this program",
        path.display(),
        batch.version
    );
    Ok(batch)
}

/// The lists, oldest first.
fn batches(home: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(home)).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter(|entry| entry.metadata().is_ok_and(|meta| meta.len() > 0))
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension().is_some_and(|e| e == "json")
                && number(path).is_some()
        })
        .collect();
    found.sort_by_key(|path| number(path));
    found
}

/// Of `1764317000123.rs` or `batch-1764317000123.json`.
fn number(path: &Path) -> Option<u64> {
    let stem = path.file_stem()?.to_str()?;
    stem.strip_prefix("batch-").unwrap_or(stem).parse().ok()
}
