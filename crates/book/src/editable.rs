//! The files that a reader edits in the page: the exercises themselves, and
//! copies of the examples.
//!
//! What can be done with one is in `checker::desk`. Here is what a page needs
//! beyond that: one change of a file at a time, each from the revision that it
//! was made from, so that what another editor has written meanwhile is never
//! lost; and words for what goes wrong.

mod error;
mod name;

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use checker::desk::{Kind, LateLook, Saved, find};
use checker::{Desk, Exercise, read};
use serde::Serialize;

pub use self::error::EditError;
pub use self::name::{Name, Text};
use crate::places::LONGEST;
use crate::run::examples;

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

/// All files that may be edited.
#[derive(Debug)]
pub struct EditableFiles {
    root: Arc<Path>,
    /// Whose `.book` is written: the checkout, or a temporary folder.
    home: PathBuf,
    /// One for each file that was ever saved; the names are looked up before,
    /// so there are no more than files.
    locks: Mutex<HashMap<PathBuf, Arc<Mutex<()>>>>,
}

type Result<T, E = EditError> = std::result::Result<T, E>;

impl EditableFiles {
    pub fn new(root: &Path, home: &Path) -> Self {
        EditableFiles {
            root: root.into(),
            home: home.to_path_buf(),
            locks: Mutex::default(),
        }
    }

    /// Looks the name up.
    pub fn find(&self, asked: &Name) -> Result<Desk> {
        let Name { kind, name } = asked;
        let unknown = || EditError::Unknown(asked.clone());
        match kind {
            Kind::Exercise => {
                let exercise = checker::lookup(&self.root, name)?
                    .filter(|exercise| exercise.id == *name)
                    .ok_or_else(unknown)?;
                Ok(self.of(&exercise)?)
            }
            Kind::Example => {
                if !examples::all(&self.root)?.contains(name) {
                    return Err(unknown());
                }
                Ok(find(&self.root, &self.home, *kind, name)?)
            }
        }
    }

    pub fn of(&self, exercise: &Exercise) -> anyhow::Result<Desk> {
        Desk::of_exercise(&self.root, &self.home, exercise)
    }

    /// The text on disk, else the original.
    pub fn read(&self, desk: &Desk) -> Result<Text> {
        Ok(self.look(desk)?.0)
    }

    /// The same, and the bytes that it was read from; nothing: there is no
    /// file.
    fn look(&self, desk: &Desk) -> Result<(Text, Option<Vec<u8>>)> {
        let bytes = match read::bytes(&desk.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let text = Text {
                    text: desk.original.clone(),
                    revision: String::new(),
                };
                return Ok((text, None));
            }
            Err(error) if error.kind() == ErrorKind::FileTooLarge => {
                return Err(EditError::TooLong);
            }
            Err(error) => return Err(EditError::reading(&desk.path, error)),
        };
        if bytes.len() > LONGEST {
            return Err(EditError::TooLong);
        }
        let text = str::from_utf8(&bytes)
            .map_err(|_| EditError::NoText(desk.path.clone()))?;
        let text = Text {
            revision: checker::hash(text),
            text: text.replace("\r\n", "\n"),
        };
        Ok((text, Some(bytes)))
    }

    /// Stores a text that was made from the revision `base`; the new revision,
    /// and a look to be taken a little later.
    ///
    /// `over`: the reader has seen both texts and wants this one; the other
    /// one becomes a backup.
    pub fn save(
        &self,
        desk: &Desk,
        text: &str,
        base: &str,
        over: bool,
    ) -> Result<(String, Option<LateLook>)> {
        if text.len() > LONGEST {
            return Err(EditError::TooLong);
        }
        let text = text.replace("\r\n", "\n");
        self.locked(desk, || {
            let (disk, bytes) = self.look(desk)?;
            if disk.revision != base {
                if bytes.is_some() && disk.text == text {
                    return Ok((disk.revision, None));
                }
                if !over {
                    return Err(EditError::Conflict(disk));
                }
                if bytes.is_some() {
                    desk.keep(&disk.text)?;
                }
            }
            match desk.save_over(&text, bytes.as_deref())? {
                Saved::Done(look) => Ok((checker::hash(&text), Some(look))),
                // Between the look and the writing.
                Saved::Changed => Err(EditError::Conflict(self.read(desk)?)),
            }
        })
    }

    /// Keeps a text that is not on the disk; says where. Nothing, if it is
    /// kept already.
    pub fn keep(&self, desk: &Desk, text: &str) -> Result<Option<String>> {
        if text.len() > LONGEST {
            return Err(EditError::TooLong);
        }
        let kept = self.locked(desk, || Ok(desk.keep(text)?))?;
        Ok(kept.map(|path| self.shown(&path)))
    }

    /// Puts the original back: the stub, or no copy of the example.
    pub fn reset(&self, desk: &Desk) -> Result<Reset> {
        self.locked(desk, || {
            let backup = desk.reset()?;
            Ok(Reset {
                text: self.read(desk)?,
                backup: backup.map(|path| self.shown(&path)),
            })
        })
    }

    /// Brings the newest backup back. What it replaces becomes one in turn,
    /// unless it is the original.
    pub fn undo(&self, desk: &Desk) -> Result<Undone> {
        self.locked(desk, || {
            if desk.backups().is_empty() {
                return Err(EditError::NoBackup);
            }
            desk.undo()?;
            Ok(Undone {
                text: self.read(desk)?,
                left: desk.backups().len(),
            })
        })
    }

    /// Puts all exercises back.
    pub fn reset_all(&self) -> Result<checker::batch::Reset> {
        self.all_locked(|| Ok(checker::reset_all(&self.root, &self.home)?))
    }

    /// Brings back what the newest `reset_all` has put away.
    pub fn undo_all(&self) -> Result<Vec<String>> {
        self.all_locked(|| {
            if !self.has_batch() {
                return Err(EditError::NoBackup);
            }
            Ok(checker::undo_all(&self.root, &self.home)?)
        })
    }

    /// Is there something for `undo_all`?
    pub fn has_batch(&self) -> bool {
        checker::has_batch(&self.home)
    }

    /// Removes what killed servers have left beside the files that can be
    /// edited; what may be in no other place becomes a backup.
    pub fn sweep(&self) -> Result<()> {
        for exercise in checker::catalogue(&self.root)? {
            let desk = self.of(&exercise)?;
            self.locked(&desk, || Ok(desk.sweep()?))?;
        }
        for name in examples::all(&self.root)? {
            let desk = find(&self.root, &self.home, Kind::Example, &name)?;
            self.locked(&desk, || Ok(desk.sweep()?))?;
        }
        Ok(checker::sweep(&self.home)?)
    }

    /// A path as the reader knows it.
    pub fn shown(&self, path: &Path) -> String {
        let path = path
            .strip_prefix(&self.root)
            .or_else(|_| path.strip_prefix(&self.home))
            .unwrap_or(path);
        path.to_string_lossy().replace('\\', "/")
    }

    /// One change of a file at a time.
    fn locked<T>(
        &self,
        desk: &Desk,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let lock = self.lock_of(&desk.path);
        let _turn = lock.lock().unwrap_or_else(PoisonError::into_inner);
        work()
    }

    /// No change of any exercise meanwhile.
    fn all_locked<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let all = checker::catalogue(&self.root)?;
        let mut paths: Vec<_> = all.iter().map(Exercise::source_path).collect();
        // In one order, so that nobody waits for a circle.
        paths.sort();
        let locks: Vec<_> =
            paths.iter().map(|path| self.lock_of(path)).collect();
        let _turns: Vec<_> = locks
            .iter()
            .map(|lock| lock.lock().unwrap_or_else(PoisonError::into_inner))
            .collect();
        work()
    }

    fn lock_of(&self, path: &Path) -> Arc<Mutex<()>> {
        let mut locks =
            self.locks.lock().unwrap_or_else(PoisonError::into_inner);
        locks.entry(path.to_path_buf()).or_default().clone()
    }
}
