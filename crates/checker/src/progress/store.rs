//! The file itself: read, migrated, written whole, never lost.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::entry::Entry;
use crate::durable::replace;
use crate::lock::{self, Lock};

const VERSION: u64 = 2;

type Entries = BTreeMap<String, Entry>;

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u64,
    exercises: Entries,
}

/// `.book/progress.json` and what stands beside it.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
}

enum Found {
    Nothing,
    Entries(Entries),
    /// Not to be understood, and why.
    Broken(String),
}

impl Store {
    pub fn new(home: &Path) -> Self {
        Self {
            path: home.join(".book/progress.json"),
        }
    }

    /// Held while the file is read, changed and written.
    pub fn lock(&self) -> Result<Lock> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).with_context(|| {
                format!("cannot create {}", folder.display())
            })?;
        }
        lock::lock(&self.path.with_extension("lock"))
    }

    /// Without the lock: what others write appears at once and whole.
    pub fn read(&self) -> Result<(Entries, Option<String>)> {
        match find(&self.path)? {
            Found::Nothing => Ok((Entries::new(), None)),
            Found::Entries(entries) => Ok((entries, None)),
            Found::Broken(why) => {
                let _lock = self.lock().with_context(|| {
                    format!("cannot understand {} ({why})", self.path.display())
                })?;
                self.read_locked()
            }
        }
    }

    /// With the lock held: a broken file is moved aside.
    pub fn read_locked(&self) -> Result<(Entries, Option<String>)> {
        let why = match find(&self.path)? {
            Found::Nothing => return Ok((Entries::new(), None)),
            Found::Entries(entries) => return Ok((entries, None)),
            Found::Broken(why) => why,
        };
        let aside = self.free_name();
        fs::rename(&self.path, &aside).with_context(|| {
            format!(
                "cannot understand {} ({why}), nor move it aside",
                self.path.display()
            )
        })?;
        let before = match find(&self.before()) {
            Ok(Found::Entries(entries)) => Some(entries),
            _ => None,
        };
        let left = if before.is_some() {
            "the progress is as it was before its last change"
        } else {
            "the progress begins anew"
        };
        let notice = format!(
            "{} could not be understood ({why}); it is kept as {}, and {left}",
            self.path.display(),
            aside.display()
        );
        let entries = before.unwrap_or_default();
        if !entries.is_empty() {
            self.write(&entries)?;
        }
        Ok((entries, Some(notice)))
    }

    /// With the lock held, and after what is there was understood.
    pub fn write(&self, entries: &Entries) -> Result<()> {
        let stored = Stored {
            version: VERSION,
            exercises: entries.clone(),
        };
        let mut text = serde_json::to_string_pretty(&stored)
            .context("cannot put the progress into words")?;
        text.push('\n');
        // For the day on which the disk, and not a program, breaks the file.
        // Another name for the file that is replaced: nothing to wait for. It
        // need not succeed.
        let before = self.before();
        if self.path.exists() {
            let _ = fs::remove_file(&before);
            let _ = fs::hard_link(&self.path, &before);
        }
        replace(&self.path, &text)
    }

    /// The file before its last change.
    fn before(&self) -> PathBuf {
        self.path.with_extension("json.before")
    }

    /// `progress.json.broken-1`
    fn free_name(&self) -> PathBuf {
        let mut number = 1;
        loop {
            let name = format!("json.broken-{number}");
            let path = self.path.with_extension(name);
            if !path.exists() {
                return path;
            }
            number += 1;
        }
    }
}

fn find(path: &Path) -> Result<Found> {
    let bytes = match crate::read::kept(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(Found::Nothing);
        }
        Err(error) => {
            return Err(error)
                .with_context(|| format!("cannot read {}", path.display()));
        }
    };
    let value: Value = match serde_json::from_slice(&bytes) {
        Ok(value) => value,
        Err(error) => return Ok(Found::Broken(error.to_string())),
    };
    let version = value["version"].as_u64();
    if let Some(version) = version.filter(|version| *version > VERSION) {
        bail!(
            "{} is of version {version}, this program knows version \
             {VERSION}; update the program (git pull), or move the file away \
             to begin anew",
            path.display()
        );
    }
    let value = match version {
        Some(1) => migrate(value),
        _ => value,
    };
    Ok(match serde_json::from_value::<Stored>(value) {
        Ok(stored) => Found::Entries(stored.exercises),
        Err(error) => Found::Broken(error.to_string()),
    })
}

/// Version 1 knew how many hints were shown, which were then the first ones.
fn migrate(mut value: Value) -> Value {
    let entries = value["exercises"].as_object_mut();
    for (_, entry) in entries.into_iter().flatten() {
        if let Some(entry) = entry.as_object_mut() {
            let shown = entry.remove("hints_revealed");
            let shown = shown.and_then(|n| n.as_u64()).unwrap_or(0).min(100);
            entry.insert("hints".into(), (0..shown).collect());
        }
    }
    value
}
