//! The files that a reader may edit in the page: the exercises themselves, and
//! copies of the examples.
//!
//! A name is looked up and never joined into a path. Every change of a file
//! goes through here, one at a time a file, and says which revision it starts
//! from: what another editor has written meanwhile is never lost.

pub mod backups;
mod error;
mod write;

use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use drill::Exercise;
use serde::{Deserialize, Serialize};

pub use self::error::DeskError;
use crate::run::examples;

/// The longest text that is edited in a page, in bytes.
pub const LONGEST: usize = 256 * 1024;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Exercise,
    Example,
}

/// What a page names a file by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Name {
    pub kind: Kind,
    /// An exercise's id, or an example's name.
    pub name: String,
}

/// A file that was looked up.
#[derive(Debug)]
pub struct DeskFile {
    pub name: Name,
    /// Where the reader's text is; for a copy of an example it may be missing.
    pub path: PathBuf,
    pub exercise: Option<Exercise>,
    /// The example's text, or the exercise's stub.
    pub original: String,
}

/// A file as it stands.
#[derive(Debug, Default, Serialize)]
pub struct Text {
    pub text: String,
    /// Empty: there is no such file, and the text is the original.
    pub revision: String,
}

#[derive(Debug)]
pub struct Desk {
    root: Arc<Path>,
    /// One for each file that was ever saved; the names are looked up before,
    /// so there are no more than files.
    locks: Mutex<HashMap<PathBuf, Arc<Mutex<()>>>>,
}

type Result<T, E = DeskError> = std::result::Result<T, E>;

impl Desk {
    pub fn new(root: &Path) -> Self {
        Desk {
            root: root.into(),
            locks: Mutex::default(),
        }
    }

    pub fn find(&self, name: &Name) -> Result<DeskFile> {
        let file = match name.kind {
            Kind::Exercise => self.exercise(&name.name)?,
            Kind::Example => self.example(&name.name)?,
        };
        file.ok_or_else(|| DeskError::Unknown(name.clone()))
    }

    fn exercise(&self, id: &str) -> anyhow::Result<Option<DeskFile>> {
        let all = drill::catalogue(&self.root)?;
        let found = all.into_iter().find(|exercise| exercise.id == id);
        found.map(|exercise| self.of(exercise)).transpose()
    }

    pub fn of(&self, exercise: Exercise) -> anyhow::Result<DeskFile> {
        Ok(DeskFile {
            name: Name {
                kind: Kind::Exercise,
                name: exercise.id.clone(),
            },
            path: exercise.source_path(),
            original: exercise.stub(&self.root)?,
            exercise: Some(exercise),
        })
    }

    fn example(&self, name: &str) -> anyhow::Result<Option<DeskFile>> {
        if examples::find(&self.root, name)?.is_none() {
            return Ok(None);
        }
        let source = self.root.join("examples").join(format!("{name}.rs"));
        let original = fs::read_to_string(&source)
            .with_context(|| format!("cannot read {}", source.display()))?;
        Ok(Some(DeskFile {
            name: Name {
                kind: Kind::Example,
                name: name.to_string(),
            },
            path: examples::scratch(&self.root, name),
            exercise: None,
            original: original.replace("\r\n", "\n"),
        }))
    }

    /// Stores a text that was made from the revision `base`.
    ///
    /// `over`: the reader has seen both texts and wants this one; the other
    /// one becomes a backup.
    pub fn save(
        &self,
        file: &DeskFile,
        text: &str,
        base: &str,
        over: bool,
    ) -> Result<String> {
        if text.len() > LONGEST {
            return Err(DeskError::TooLong);
        }
        let text = text.replace("\r\n", "\n");
        self.locked(file, || {
            let disk = file.read()?;
            let mut base = base.to_owned();
            if disk.revision != base {
                if !disk.revision.is_empty() && disk.text == text {
                    return Ok(disk.revision);
                }
                if !over {
                    return Err(DeskError::Conflict(disk));
                }
                if !disk.revision.is_empty() {
                    self.back_up(file, &disk.text)?;
                }
                base = disk.revision;
            }
            match write::replace(&file.path, &text, &base)? {
                true => Ok(drill::hash(&text)),
                // Between the look and the writing.
                false => Err(DeskError::Conflict(file.read()?)),
            }
        })
    }

    /// A path as the reader knows it.
    pub fn shown(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        path.to_string_lossy().replace('\\', "/")
    }

    /// One change of a file at a time.
    fn locked<T>(
        &self,
        file: &DeskFile,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let lock = {
            let mut locks =
                self.locks.lock().unwrap_or_else(PoisonError::into_inner);
            locks.entry(file.path.clone()).or_default().clone()
        };
        let _turn = lock.lock().unwrap_or_else(PoisonError::into_inner);
        work()
    }
}

impl DeskFile {
    /// The text on disk, else the original.
    pub fn read(&self) -> Result<Text> {
        self.read_as(|bytes| {
            String::from_utf8(bytes)
                .map_err(|_| DeskError::NoText(self.path.clone()))
        })
    }

    /// The same also of a file that is no text, for whoever replaces it.
    pub fn read_any(&self) -> Result<Text> {
        self.read_as(|bytes| Ok(String::from_utf8_lossy(&bytes).into_owned()))
    }

    fn read_as(
        &self,
        text: impl Fn(Vec<u8>) -> Result<String>,
    ) -> Result<Text> {
        match fs::read(&self.path) {
            Ok(bytes) => {
                let text = text(bytes)?;
                Ok(Text {
                    revision: drill::hash(&text),
                    text: text.replace("\r\n", "\n"),
                })
            }
            Err(error) if is_missing(error.kind()) => Ok(Text {
                text: self.original.clone(),
                revision: String::new(),
            }),
            Err(error) => Err(DeskError::reading(&self.path, error)),
        }
    }

    pub fn is_edited(&self, now: &Text) -> bool {
        !now.revision.is_empty() && now.text != self.original
    }

    /// Where an editor begins: at what there is to do.
    pub fn first_line(&self, text: &str) -> u32 {
        let open = |line: &str| line.contains("TODO") || line.contains("todo!");
        let found = match self.exercise {
            Some(_) => text.lines().position(open),
            None => None,
        };
        found.map_or(1, |index| index as u32 + 1)
    }
}

fn is_missing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}
