//! The reader's own file: written only when asked, never without a backup.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use crate::catalogue::{Exercise, catalogue};

/// Puts the stub back. What the reader had is kept under `.book/backups`; the
/// backup's path is returned, or nothing when there was nothing to keep.
pub fn reset(root: &Path, exercise: &Exercise) -> Result<Option<PathBuf>> {
    let stub = exercise.stub(root)?;
    let source = exercise.source_path();
    let kept = match fs::read_to_string(&source) {
        Ok(mine) if mine != stub => Some(back_up(root, exercise, &mine)?),
        _ => None,
    };
    replace(&source, &stub)?;
    Ok(kept)
}

/// Brings the newest backup back, and removes it from the backups. What stood
/// in the file becomes a backup in turn, unless it is the bare stub.
pub fn undo_reset(root: &Path, exercise: &Exercise) -> Result<PathBuf> {
    let folder = backups(root, exercise);
    let newest = numbered(&folder).pop().with_context(|| {
        format!("there is no backup of {} to bring back", exercise.name)
    })?;
    let path = folder.join(newest.1);
    let text = fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    if !exercise.is_untouched(root).unwrap_or(true) {
        back_up(root, exercise, &exercise.source()?)?;
    }
    replace(&exercise.source_path(), &text)?;
    fs::remove_file(&path)
        .with_context(|| format!("cannot remove {}", path.display()))?;
    Ok(path)
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
             cargo run -p drill --example exercises -- generate --stubs",
            differ.join(", ")
        );
    }
    Ok(())
}

fn backups(root: &Path, exercise: &Exercise) -> PathBuf {
    root.join(".book/backups").join(&exercise.id)
}

fn back_up(root: &Path, exercise: &Exercise, text: &str) -> Result<PathBuf> {
    let folder = backups(root, exercise);
    fs::create_dir_all(&folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis());
    // Two backups within one millisecond, or a clock that was set back, must
    // neither overwrite one another nor change their order.
    let last = numbered(&folder).pop().map_or(0, |(number, _)| number);
    let path = folder.join(format!("{}.rs", now.max(last + 1)));
    fs::write(&path, text)
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}

/// The backups of a folder, oldest first.
fn numbered(folder: &Path) -> Vec<(u128, String)> {
    let mut found: Vec<(u128, String)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            Some((name.strip_suffix(".rs")?.parse().ok()?, name))
        })
        .collect();
    found.sort();
    found
}

/// Writes beside the file and renames, so that nobody ever reads half of it.
pub(crate) fn replace(path: &Path, text: &str) -> Result<()> {
    // Two programs may write the same file at the same moment.
    let beside = path.with_extension(format!("{}.part", std::process::id()));
    fs::write(&beside, text)
        .with_context(|| format!("cannot write {}", beside.display()))?;
    fs::rename(&beside, path)
        .with_context(|| format!("cannot replace {}", path.display()))
}
