//! Files that are whole at any moment, also when the power goes.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result};

/// Puts `text` in the place of a file: whoever reads it finds the old text or
/// the new one, and never a part, whenever this program or the machine ends.
///
/// A link is followed, permissions are kept, and so are Windows' line ends if
/// the file has them. The new text is on the disk when this returns.
pub fn replace(path: &Path, text: &str) -> Result<()> {
    replace_if(path, text, || true).map(drop)
}

/// The same if `still` says so, which is asked when everything but the renaming
/// is done: another program may write the file meanwhile. False: it was not
/// replaced.
pub fn replace_if(
    path: &Path,
    text: &str,
    still: impl FnOnce() -> bool,
) -> Result<bool> {
    // A rename would put a file in the place of the link.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let text = with_line_ends_of(&target, text);
    let beside = write_beside(&target, text.as_bytes())?;
    if let Ok(meta) = fs::metadata(&target) {
        // Some file systems have none.
        let _ = fs::set_permissions(&beside, meta.permissions());
    }
    if !still() {
        let _ = fs::remove_file(&beside);
        return Ok(false);
    }
    let renamed = fs::rename(&beside, &target);
    if renamed.is_err() {
        let _ = fs::remove_file(&beside);
    }
    renamed.with_context(|| format!("cannot replace {}", path.display()))?;
    sync_folder(&target);
    Ok(true)
}

/// Puts `text` into a file of this name unless there is one. False: there is.
pub(crate) fn create(path: &Path, text: &str) -> Result<bool> {
    // Who makes the empty file owns the name; nobody takes it for a text.
    match File::create_new(path) {
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Ok(false);
        }
        Err(error) => {
            return Err(error)
                .with_context(|| format!("cannot write {}", path.display()));
        }
    }
    let beside = write_beside(path, text.as_bytes())?;
    fs::rename(&beside, path)
        .with_context(|| format!("cannot write {}", path.display()))?;
    sync_folder(path);
    Ok(true)
}

/// Removes a file for good.
pub(crate) fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path)
        .with_context(|| format!("cannot remove {}", path.display()))?;
    sync_folder(path);
    Ok(())
}

/// `.exercise.rs.4711-3.part`: hidden, ignored by Git and by the watcher. Two
/// programs, or two threads, may write one file at the same moment.
fn write_beside(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let beside = path
        .with_file_name(format!(".{name}.{}-{next}.part", std::process::id()));
    let written = File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written.with_context(|| format!("cannot write {}", beside.display()))?;
    Ok(beside)
}

/// Without it a rename may be lost with the power. Windows has no such thing.
fn sync_folder(file: &Path) {
    #[cfg(unix)]
    if let Some(folder) = file.parent() {
        // Some network disks refuse; then there is nothing better.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    #[cfg(not(unix))]
    let _ = file;
}

/// `text` has `\n` or `\r\n`; the file keeps what it had.
fn with_line_ends_of(path: &Path, text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let old = fs::read(path).unwrap_or_default();
    let crlf = old.windows(2).any(|pair| pair == b"\r\n");
    if crlf {
        text.replace('\n', "\r\n")
    } else {
        text
    }
}
