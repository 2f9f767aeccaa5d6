//! Texts that were replaced: kept, counted, brought back.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::{Desk, DeskError, DeskFile, Kind, Name, Result, Text, write};

/// What a reset has done.
#[derive(Debug, Serialize)]
pub struct Reset {
    #[serde(flatten)]
    pub text: Text,
    /// Relative to the checkout; nothing if there was nothing to keep.
    pub backup: Option<String>,
}

/// What was brought back.
#[derive(Debug, Serialize)]
pub struct Undone {
    #[serde(flatten)]
    pub text: Text,
    /// How many backups remain.
    pub left: usize,
}

#[derive(Debug, Serialize)]
pub struct ResetAll {
    /// The ids of the exercises that were not as at the beginning.
    pub reset: Vec<String>,
    /// How many of them had something to keep.
    pub kept: usize,
    pub batch: String,
}

/// What one `reset_all` kept: id and backup.
#[derive(Default, Serialize, Deserialize)]
struct Batch(Vec<(String, String)>);

impl Desk {
    /// Keeps a text that is not on the disk; says where.
    pub fn keep(&self, file: &DeskFile, text: &str) -> Result<String> {
        if text.len() > super::LONGEST {
            return Err(DeskError::TooLong);
        }
        let text = text.replace("\r\n", "\n");
        self.locked(file, || Ok(self.shown(&self.back_up(file, &text)?)))
    }

    /// Puts the original back: the stub, or no copy of the example.
    pub fn reset(&self, file: &DeskFile) -> Result<Reset> {
        self.locked(file, || {
            let backup = self.put_back(file)?;
            Ok(Reset {
                text: file.read()?,
                backup: backup.map(|path| self.shown(&path)),
            })
        })
    }

    fn put_back(&self, file: &DeskFile) -> Result<Option<PathBuf>> {
        loop {
            let now = file.read_any()?;
            let backup = match file.is_edited(&now) {
                true => Some(self.back_up(file, &now.text)?),
                false => None,
            };
            let (path, base) = (&file.path, &now.revision);
            let done = match file.exercise {
                Some(_) => write::replace(path, &file.original, base)?,
                None => write::remove(path, base)?,
            };
            if done {
                return Ok(backup);
            }
            // Saved by another editor this very moment; that too is kept.
        }
    }

    /// Brings the newest backup back. What it replaces becomes one in turn,
    /// unless it is the original.
    pub fn undo(&self, file: &DeskFile) -> Result<Undone> {
        self.locked(file, || {
            let folder = self.backups_of(file);
            let newest = numbered(&folder).pop();
            let (_, newest) = newest.ok_or(DeskError::NoBackup)?;
            self.bring_back(file, &folder.join(newest))?;
            Ok(Undone {
                text: file.read()?,
                left: numbered(&folder).len(),
            })
        })
    }

    fn bring_back(&self, file: &DeskFile, backup: &Path) -> Result<()> {
        let text = fs::read_to_string(backup)
            .map_err(|error| DeskError::reading(backup, error))?;
        loop {
            let now = file.read_any()?;
            if file.is_edited(&now) && now.text != text {
                self.back_up(file, &now.text)?;
            }
            if write::replace(&file.path, &text, &now.revision)? {
                break;
            }
        }
        fs::remove_file(backup)
            .map_err(|error| DeskError::writing(backup, error))
    }

    /// Puts all exercises back.
    pub fn reset_all(&self) -> Result<ResetAll> {
        let mut all = ResetAll {
            reset: Vec::new(),
            kept: 0,
            batch: now().to_string(),
        };
        let mut batch = Batch::default();
        for exercise in drill::catalogue(&self.root)? {
            let file = self.of(exercise)?;
            let now = file.read_any()?;
            if now.text == file.original && !now.revision.is_empty() {
                continue;
            }
            let backup = self.locked(&file, || self.put_back(&file))?;
            let id = file.name.name.clone();
            if let Some(path) = backup {
                all.kept += 1;
                let name = path.file_name().unwrap_or_default();
                let name = name.to_string_lossy().into_owned();
                batch.0.push((id.clone(), name));
                // After each: a crash leaves all of them to be brought back.
                self.write_batch(&all.batch, &batch)?;
            }
            all.reset.push(id);
        }
        Ok(all)
    }

    /// Brings back what the newest `reset_all` has put away.
    pub fn undo_all(&self) -> Result<Vec<String>> {
        let folder = self.batches();
        let newest = numbered_with(&folder, ".json").pop();
        let (_, newest) = newest.ok_or(DeskError::NoBackup)?;
        let path = folder.join(newest);
        let text = fs::read_to_string(&path)
            .map_err(|error| DeskError::reading(&path, error))?;
        let batch: Batch =
            serde_json::from_str(&text).map_err(anyhow::Error::from)?;
        let mut restored = Vec::new();
        for (id, backup) in batch.0 {
            let name = Name {
                kind: Kind::Exercise,
                name: id,
            };
            let Ok(file) = self.find(&name) else { continue };
            // Looked up as well: the list is a file that anybody may edit.
            let folder = self.backups_of(&file);
            let known = numbered(&folder);
            if !known.iter().any(|(_, known)| *known == backup) {
                continue;
            }
            let backup = folder.join(backup);
            self.locked(&file, || self.bring_back(&file, &backup))?;
            restored.push(name.name);
        }
        fs::remove_file(&path)
            .map_err(|error| DeskError::writing(&path, error))?;
        Ok(restored)
    }

    /// How many texts of this file were kept.
    pub fn backups(&self, file: &DeskFile) -> usize {
        numbered(&self.backups_of(file)).len()
    }

    /// Is there something for `undo_all`?
    pub fn has_batch(&self) -> bool {
        !numbered_with(&self.batches(), ".json").is_empty()
    }

    /// Keeps a text; the newest has the largest number.
    pub(super) fn back_up(
        &self,
        file: &DeskFile,
        text: &str,
    ) -> Result<PathBuf> {
        let folder = self.backups_of(file);
        // A clock that was set back must not change their order.
        let last = numbered(&folder).pop().map_or(0, |(number, _)| number);
        let mut number = now().max(last + 1);
        loop {
            let path = folder.join(format!("{number}.rs"));
            // Not one that another server writes at the same moment.
            if write::replace(&path, text, "")? {
                return Ok(path);
            }
            number += 1;
        }
    }

    fn write_batch(&self, name: &str, batch: &Batch) -> Result<()> {
        let path = self.batches().join(format!("{name}.json"));
        let text = serde_json::to_string(batch).map_err(anyhow::Error::from)?;
        let base = drill::revision(&path);
        write::replace(&path, &text, &base)?;
        Ok(())
    }

    fn backups_of(&self, file: &DeskFile) -> PathBuf {
        let Name { kind, name } = &file.name;
        let folder = self.root.join(".book/backups");
        match kind {
            Kind::Exercise => folder.join(name),
            Kind::Example => folder.join("examples").join(name),
        }
    }

    fn batches(&self) -> PathBuf {
        self.root.join(".book/backups/batches")
    }
}

fn now() -> u128 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis())
}

fn numbered(folder: &Path) -> Vec<(u128, String)> {
    numbered_with(folder, ".rs")
}

/// The files with a number for a name, oldest first.
fn numbered_with(folder: &Path, ending: &str) -> Vec<(u128, String)> {
    let mut found: Vec<(u128, String)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            Some((name.strip_suffix(ending)?.parse().ok()?, name))
        })
        .collect();
    found.sort();
    found
}
