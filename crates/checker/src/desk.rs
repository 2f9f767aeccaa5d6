//! A file that the reader may edit: an exercise, or a scratch copy of an
//! example. The book's own files are none.
//!
//! `home` is whose `.book` is used: the checkout, or a temporary folder when
//! nobody may write to the checkout.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use crate::backups::{self, Backup};
use crate::catalogue::{self, Exercise, read_text, todo_line};
use crate::durable::{self, Displaced, Replaced};

/// How often a file may be another one between a look and a save.
const MOST_TRIES: usize = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Exercise,
    Example,
}

/// What came of a save.
#[derive(Debug)]
pub enum Saved {
    /// To be dropped a little later.
    Done(LateLook),
    /// Not written: the file has another text.
    Changed,
}

/// Looks again at a file that was replaced: what an editor that had opened it
/// before has written into it meanwhile is kept. The last look is when this is
/// dropped.
#[derive(Debug)]
pub struct LateLook {
    desk: Desk,
    displaced: Option<Displaced>,
    /// What the look before has found.
    seen: Vec<u8>,
}

impl LateLook {
    /// Where a text was kept, if there was one. One that is found for the
    /// first time may be half of one.
    pub fn look(&mut self) -> Result<Option<PathBuf>> {
        let displaced = self.displaced.as_mut();
        let Some((displaced, bytes)) =
            displaced.and_then(|it| it.written_since().map(|b| (it, b)))
        else {
            return Ok(None);
        };
        if bytes != self.seen {
            self.seen = bytes;
            return Ok(None);
        }
        let kept = self.desk.keep_bytes(Some(&bytes))?;
        displaced.is_kept(&bytes);
        Ok(kept)
    }
}

impl Drop for LateLook {
    fn drop(&mut self) {
        let displaced = self.displaced.take();
        let written = displaced.as_ref().and_then(Displaced::written_since);
        // There is nobody to tell.
        if self.desk.keep_bytes(written.as_deref()).is_err() {
            // The file stays, for the next start.
            std::mem::forget(displaced);
        }
    }
}

/// One file, its first text, and the place for its earlier texts.
#[derive(Clone, Debug)]
pub struct Desk {
    pub kind: Kind,
    /// The exercise's id or the example's name.
    pub name: String,
    /// The file. A scratch copy is only there when it was edited.
    pub path: PathBuf,
    pub backups: PathBuf,
    /// The stub, or the example as the book shows it.
    pub original: String,
}

/// The desk of this name. A name is one that exists, and never a path.
pub fn find(root: &Path, home: &Path, kind: Kind, name: &str) -> Result<Desk> {
    match kind {
        Kind::Exercise => {
            Desk::of_exercise(root, home, &catalogue::find(root, name)?)
        }
        Kind::Example => Desk::of_example(root, home, name),
    }
}

impl Desk {
    pub fn of_exercise(
        root: &Path,
        home: &Path,
        exercise: &Exercise,
    ) -> Result<Self> {
        Ok(Self {
            kind: Kind::Exercise,
            name: exercise.id.clone(),
            path: exercise.source_path(),
            backups: folder(home).join(&exercise.id),
            original: exercise.stub(root)?,
        })
    }

    fn of_example(root: &Path, home: &Path, name: &str) -> Result<Self> {
        let folder_of_examples = root.join("examples");
        let file = format!("{name}.rs");
        ensure!(
            is_plain(name) && holds(&folder_of_examples, &file),
            "there is no example `{name}`; the examples are the files of the \
             folder examples"
        );
        Ok(Self {
            kind: Kind::Example,
            name: name.to_owned(),
            path: home.join(".book/scratch").join(format!("{name}.rs")),
            // An exercise's id has no hyphen.
            backups: folder(home).join(format!("example-{name}")),
            original: read_text(&folder_of_examples.join(file))?,
        })
    }

    /// What stands there now, with `\n` at the ends of lines; the original if
    /// an example has no scratch copy.
    pub fn text(&self) -> Result<String> {
        match self.kind {
            Kind::Example if !self.path.exists() => Ok(self.original.clone()),
            _ => read_text(&self.path),
        }
    }

    /// Names the present text. Empty: there is no file.
    pub fn revision(&self) -> String {
        catalogue::revision(&self.path)
    }

    /// The line of the TODO, from 1; the first line if there is none.
    pub fn line(&self) -> u32 {
        self.text().map_or(1, |text| todo_line(&text))
    }

    pub fn is_edited(&self) -> bool {
        self.text().is_ok_and(|text| text != self.original)
    }

    /// Writes the text, whole or not at all. What another program has written
    /// meanwhile is kept.
    pub fn save(&self, text: &str) -> Result<()> {
        for _ in 0..MOST_TRIES {
            let now = self.bytes()?;
            if let Saved::Done(_) = self.save_over(text, now.as_deref())? {
                return Ok(());
            }
        }
        bail!(
            "{} is written by another program again and again",
            self.path.display()
        )
    }

    /// The same if the file still has these bytes; nothing: if there is none.
    pub fn save_over(
        &self,
        text: &str,
        expected: Option<&[u8]>,
    ) -> Result<Saved> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).with_context(|| {
                format!("cannot create {}", folder.display())
            })?;
        }
        if expected.is_some() {
            // The folder would let us replace what we may not write.
            fs::OpenOptions::new()
                .write(true)
                .open(&self.path)
                .with_context(|| {
                    format!("cannot write {}", self.path.display())
                })?;
        }
        match durable::replace_if(&self.path, text, expected)? {
            Replaced::Done(displaced) => Ok(Saved::Done(LateLook {
                desk: self.clone(),
                displaced,
                seen: Vec::new(),
            })),
            Replaced::Changed { displaced } => {
                if let Some(bytes) = displaced {
                    self.keep(&String::from_utf8_lossy(&bytes))?;
                }
                Ok(Saved::Changed)
            }
        }
    }

    /// As they are on the disk; nothing if there is no file.
    pub fn bytes(&self) -> Result<Option<Vec<u8>>> {
        // Who resets a file that is too long for a page wants it back, too.
        match crate::read::kept(&self.path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| {
                format!("cannot read {}", self.path.display())
            }),
        }
    }

    /// Puts the text there, and keeps what it replaces.
    fn exchange(&self, text: &str) -> Result<Option<PathBuf>> {
        for _ in 0..MOST_TRIES {
            let now = self.bytes()?;
            let kept = self.keep_bytes(now.as_deref())?;
            if let Saved::Done(_) = self.save_over(text, now.as_deref())? {
                return Ok(kept);
            }
        }
        bail!(
            "{} is written by another program again and again",
            self.path.display()
        )
    }

    /// Keeps a text that is in no file.
    pub fn keep(&self, text: &str) -> Result<Option<PathBuf>> {
        backups::keep(&self.backups, text)
    }

    /// The texts that were kept, oldest first.
    pub fn backups(&self) -> Vec<Backup> {
        backups::list(&self.backups)
    }

    /// Puts the original back. What the reader had is kept; its path is
    /// returned, or nothing when there was nothing to keep.
    pub fn reset(&self) -> Result<Option<PathBuf>> {
        match self.kind {
            Kind::Exercise => self.exchange(&self.original),
            Kind::Example => {
                let kept = self.keep_edits()?;
                self.clear()?;
                Ok(kept)
            }
        }
    }

    /// Brings the newest backup back, and removes it from the backups. What
    /// stood in the file becomes a backup in turn, unless it is the original.
    pub fn undo(&self) -> Result<PathBuf> {
        let Some(newest) = self.backups().pop() else {
            bail!("there is no backup of {} to bring back", self.name);
        };
        self.restore(&newest)?;
        durable::remove(&newest.path)?;
        Ok(newest.path)
    }

    /// Removes what killed programs have left beside the file. What may be in
    /// no other place is kept.
    pub fn sweep(&self) -> Result<()> {
        let Some((folder, name)) =
            self.path.parent().zip(self.path.file_name())
        else {
            return Ok(());
        };
        for left in durable::leftovers(folder) {
            if *left.beside != *name {
                continue;
            }
            if left.whole {
                let bytes = crate::read::kept(&left.path)?;
                if self.bytes()?.as_ref() != Some(&bytes) {
                    self.keep_bytes(Some(&bytes))?;
                }
            }
            durable::remove(&left.path)?;
        }
        Ok(())
    }

    pub(crate) fn keep_edits(&self) -> Result<Option<PathBuf>> {
        self.keep_bytes(self.bytes()?.as_deref())
    }

    /// Nothing, if it is the original.
    fn keep_bytes(&self, mine: Option<&[u8]>) -> Result<Option<PathBuf>> {
        let Some(mine) = mine else {
            return Ok(None);
        };
        // What is not UTF-8 is kept as well as it can be.
        let mine = String::from_utf8_lossy(mine);
        match mine.replace("\r\n", "\n") == self.original {
            true => Ok(None),
            false => self.keep(&mine),
        }
    }

    pub(crate) fn clear(&self) -> Result<()> {
        match self.kind {
            Kind::Exercise => self.exchange(&self.original).map(drop),
            // The book's file is the text again, also when it changes later.
            Kind::Example if self.path.exists() => durable::remove(&self.path),
            Kind::Example => Ok(()),
        }
    }

    pub(crate) fn restore(&self, backup: &Backup) -> Result<()> {
        let text = backup.text()?;
        if self.text().is_ok_and(|now| now == text) {
            return Ok(());
        }
        self.exchange(&text).map(drop)
    }
}

pub(crate) fn folder(home: &Path) -> PathBuf {
    home.join(".book/backups")
}

/// Asked of the folder: some file systems find `SELECT.rs` for `select.rs`.
fn holds(folder: &Path, file: &str) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files = entries.filter(|entry| entry.path().is_file());
    files.any(|entry| entry.file_name() == file)
}

/// As the files of `examples` are named; nothing that could be a path.
fn is_plain(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    !name.is_empty() && name.chars().all(plain)
}
