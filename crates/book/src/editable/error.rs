//! Why a file could not be read or saved, in words.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use checker::desk::Kind;

use super::name::{Name, Text};

#[derive(Debug)]
pub enum EditError {
    Unknown(Name),
    /// The disk has another text than the page thought.
    Conflict(Text),
    TooLong,
    /// There is nothing to bring back.
    NoBackup,
    NoText(PathBuf),
    /// This place cannot be written by this user.
    ReadOnly(anyhow::Error),
    DiskFull(anyhow::Error),
    Other(anyhow::Error),
}

impl From<anyhow::Error> for EditError {
    fn from(error: anyhow::Error) -> Self {
        let cause = error.root_cause().downcast_ref::<io::Error>();
        match cause.map(io::Error::kind) {
            Some(
                ErrorKind::PermissionDenied
                | ErrorKind::ReadOnlyFilesystem
                | ErrorKind::NotADirectory,
            ) => EditError::ReadOnly(error),
            Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => {
                EditError::DiskFull(error)
            }
            _ => EditError::Other(error),
        }
    }
}

impl EditError {
    pub fn reading(path: &Path, error: io::Error) -> Self {
        let error = anyhow::Error::new(error);
        let words = format!("cannot read {}", path.display());
        EditError::from(error.context(words))
    }

    /// For the page, which decides by it.
    pub fn code(&self) -> &'static str {
        match self {
            EditError::Unknown(_) => "not-found",
            EditError::Conflict(_) => "conflict",
            EditError::TooLong => "too-large",
            EditError::NoBackup => "no-backup",
            EditError::NoText(_) => "not-text",
            EditError::ReadOnly(_) => "read-only",
            EditError::DiskFull(_) => "disk-full",
            EditError::Other(_) => "failed",
        }
    }

    /// What is wrong, and what helps.
    pub fn words(&self) -> (String, String) {
        let (wrong, remedy) = match self {
            EditError::Unknown(Name { kind, name }) => {
                let (kind, folder) = match kind {
                    Kind::Exercise => ("exercise", "exercises"),
                    Kind::Example => ("example", "examples"),
                };
                return (
                    format!("there is no {kind} {name:?}."),
                    format!("What can be edited is in the folder {folder}."),
                );
            }
            EditError::Conflict(_) => (
                "the file on disk has changed since this page read it.".into(),
                "Compare both texts and choose one; the other one is kept.",
            ),
            EditError::TooLong => (
                "the text is longer than 256 KiB.".into(),
                "Edit it in an editor of your own.",
            ),
            EditError::NoBackup => (
                "there is no backup to bring back.".into(),
                "All of them have been brought back already.",
            ),
            EditError::NoText(path) => (
                format!("{} is not text in UTF-8.", path.display()),
                "Repair it in an editor of your own, or reset it.",
            ),
            EditError::ReadOnly(error) => (
                format!("{error:#}."),
                "Give yourself the right to read and write it. If the checkout \
                 belongs to somebody else, or is read-only, clone the book to a \
                 folder of your own, and start it there.",
            ),
            EditError::DiskFull(error) => (
                format!("the disk is full: {error:#}."),
                "Make room, and save again: the text is still in the page, \
                 and the file is as it was.",
            ),
            EditError::Other(error) => (
                format!("{error:#}."),
                "The file is as it was. The terminal that runs the server may \
                 say more.",
            ),
        };
        (wrong, remedy.to_owned())
    }
}
