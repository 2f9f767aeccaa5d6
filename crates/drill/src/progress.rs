//! What the reader has reached: `.book/progress.json`, which Git ignores.
//!
//! Entries are kept under the exercise's stable id, so that they survive a
//! moved chapter, a restart and a `git pull`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use crate::catalogue::Exercise;
use crate::files::replace;
use crate::hints::next;
use crate::verdict::Verdict;

const VERSION: u32 = 2;

/// All entries, and where they are stored.
#[derive(Clone, Debug)]
pub struct Progress {
    path: PathBuf,
    entries: BTreeMap<String, Entry>,
}

/// One exercise's entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    pub state: State,
    /// Seconds since 1970 of the first time it was solved. Stays when the
    /// reader goes on editing and breaks it again.
    pub solved_at: Option<u64>,
    /// The checks it was solved with.
    pub checks_hash: String,
    /// The state of the files that the newest verdict is about, see
    /// [`Exercise::files_hash`].
    pub judged: String,
    /// The hints that were shown, by index, in the order of showing.
    pub hints: Vec<u32>,
    pub solution_revealed: bool,
    /// Version 1 only knew how many hints.
    #[serde(skip_serializing)]
    hints_revealed: u32,
}

impl Entry {
    fn migrate(&mut self) {
        self.hints = (0..std::mem::take(&mut self.hints_revealed)).collect();
    }
}

/// The newest verdict in one word.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum State {
    #[default]
    Unsolved,
    Broken,
    Failing,
    Hung,
    Solved,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    exercises: BTreeMap<String, Entry>,
}

impl Progress {
    /// Reads `ROOT/.book/progress.json`; nothing there yet is no error.
    pub fn load(root: &Path) -> Result<Self> {
        let path = root.join(".book/progress.json");
        let entries = read(&path)?;
        Ok(Self { path, entries })
    }

    /// An exercise that was never touched has the default entry.
    pub fn entry(&self, id: &str) -> Entry {
        self.entries.get(id).cloned().unwrap_or_default()
    }

    /// Changes one entry and writes the file. The file is read again first:
    /// another `cargo book` may have changed another entry meanwhile.
    pub fn update(
        &mut self,
        id: &str,
        change: impl FnOnce(&mut Entry),
    ) -> Result<Entry> {
        self.entries = read(&self.path)?;
        let entry = self.entries.entry(id.to_owned()).or_default();
        let before = entry.clone();
        change(entry);
        let after = entry.clone();
        if after != before {
            self.write()?;
        }
        Ok(after)
    }

    pub fn record(
        &mut self,
        exercise: &Exercise,
        verdict: &Verdict,
    ) -> Result<Entry> {
        let hash = exercise.check_hash();
        self.update(&exercise.id, |entry| {
            entry.state = verdict.state();
            if entry.state == State::Solved {
                entry.solved_at.get_or_insert_with(now);
                entry.checks_hash = hash;
            }
        })
    }

    /// Reveals the next hint, up to the last: the first one for the check
    /// that fails, if any is, else the first one.
    pub fn reveal_hint(
        &mut self,
        exercise: &Exercise,
        check: Option<&str>,
    ) -> Result<Entry> {
        self.update(&exercise.id, |entry| {
            entry
                .hints
                .extend(next(&exercise.hints, &entry.hints, check));
        })
    }

    pub fn reveal_solution(&mut self, exercise: &Exercise) -> Result<Entry> {
        self.update(&exercise.id, |entry| entry.solution_revealed = true)
    }

    /// Solved once, but the checks have changed since.
    pub fn is_outdated(&self, exercise: &Exercise) -> bool {
        let entry = self.entry(&exercise.id);
        entry.solved_at.is_some() && entry.checks_hash != exercise.check_hash()
    }

    fn write(&self) -> Result<()> {
        let stored = Stored {
            version: VERSION,
            exercises: self.entries.clone(),
        };
        let mut text = serde_json::to_string_pretty(&stored)
            .context("cannot put the progress into words")?;
        text.push('\n');
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        replace(&self.path, &text)
    }
}

fn read(path: &Path) -> Result<BTreeMap<String, Entry>> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(BTreeMap::new());
        }
        Err(error) => {
            return Err(error)
                .with_context(|| format!("cannot read {}", path.display()));
        }
    };
    let mut stored: Stored =
        serde_json::from_str(&text).with_context(|| {
            format!(
                "cannot understand {}; to begin anew, delete it",
                path.display()
            )
        })?;
    if stored.version == 1 {
        stored.exercises.values_mut().for_each(Entry::migrate);
        stored.version = VERSION;
    }
    ensure!(
        stored.version == VERSION,
        "{} is of version {}, this program writes version {VERSION}; \
         update the program, or delete the file to begin anew",
        path.display(),
        stored.version
    );
    Ok(stored.exercises)
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
