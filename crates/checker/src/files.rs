//! The reader's exercises by name: written only when asked, never without a
//! backup.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::catalogue::{Exercise, catalogue};
use crate::desk::Desk;

/// Puts the stub back. What the reader had is kept under `.book/backups`; the
/// backup's path is returned, or nothing when there was nothing to keep.
pub fn reset(root: &Path, exercise: &Exercise) -> Result<Option<PathBuf>> {
    Desk::of_exercise(root, root, exercise)?.reset()
}

/// Brings the newest backup back, and removes it from the backups. What stood
/// in the file becomes a backup in turn, unless it is the bare stub.
pub fn undo_reset(root: &Path, exercise: &Exercise) -> Result<PathBuf> {
    Desk::of_exercise(root, root, exercise)?.undo()
}

/// Fails unless every `exercise.rs` is exactly its generated stub. For CI and
/// for whoever is about to commit; a reader's checkout is never pristine.
pub fn check_pristine(root: &Path) -> Result<()> {
    let mut differ = Vec::new();
    for exercise in catalogue(root)? {
        if exercise.source()? != exercise.stub(root)? {
            differ.push(exercise.name);
        }
    }
    if !differ.is_empty() {
        bail!(
            "not the generated stub: {}\nto write them again: \
             cargo run -p checker --example exercises -- generate --stubs",
            differ.join(", ")
        );
    }
    Ok(())
}
