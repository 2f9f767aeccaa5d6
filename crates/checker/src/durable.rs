//! Files that are whole at any moment, also when the power goes.

mod exchange;
mod leftover;

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use self::exchange::CHANGED;
pub use self::exchange::{Displaced, Replaced};
pub use self::leftover::{Leftover, leftovers};

/// Puts `text` in the place of a file: whoever reads it finds the old text or
/// the new one, and never a part, whenever this program or the machine ends.
///
/// A link is followed, permissions are kept, and so are Windows' line ends if
/// the file has them. The new text is on the disk when this returns.
pub fn replace(path: &Path, text: &str) -> Result<()> {
    let target = behind_links(path)?;
    let old = fs::read(&target).unwrap_or_default();
    let beside = prepare(&target, text, &old)?;
    let renamed = fs::rename(&beside, &target);
    if renamed.is_err() {
        let _ = fs::remove_file(&beside);
    }
    renamed.with_context(|| format!("cannot replace {}", path.display()))?;
    sync_folder(&target);
    Ok(())
}

/// The same if the file still has these bytes; nothing: if there is none.
///
/// Another program may write it between any look and any act. So it is first
/// exchanged and then looked at: what comes out is what was replaced, and goes
/// back if it is not what was expected.
pub fn replace_if(
    path: &Path,
    text: &str,
    expected: Option<&[u8]>,
) -> Result<Replaced> {
    let target = behind_links(path)?;
    let part = prepare(&target, text, expected.unwrap_or_default())?;
    // From now on whole, and soon the file that was replaced.
    let beside = leftover::whole(&part);
    let replaced = fs::rename(&part, &beside).and_then(|()| match expected {
        Some(old) => exchange::replace(&beside, &target, old),
        None => add(&beside, &target),
    });
    // What is to be kept was read, or is to be looked at again.
    if !matches!(replaced, Ok(Replaced::Done(Some(_)))) {
        let _ = fs::remove_file(&beside);
        let _ = fs::remove_file(&part);
    }
    let replaced = replaced
        .with_context(|| format!("cannot replace {}", path.display()))?;
    sync_folder(&target);
    Ok(replaced)
}

/// A link to a file that is there fails where a rename would replace.
fn add(beside: &Path, target: &Path) -> io::Result<Replaced> {
    match fs::hard_link(beside, target) {
        Ok(()) => Ok(Replaced::Done(None)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(CHANGED),
        // A file system without links.
        Err(_) if !target.exists() => {
            fs::rename(beside, target).map(|()| Replaced::Done(None))
        }
        Err(error) => Err(error),
    }
}

/// A rename would put a file in the place of the link.
fn behind_links(path: &Path) -> Result<PathBuf> {
    match path.canonicalize() {
        Ok(target) => Ok(target),
        Err(_) if path.is_symlink() => bail!(
            "{} is a link that leads nowhere. Remove it, or make the file \
             that it leads to",
            path.display()
        ),
        Err(_) => Ok(path.to_path_buf()),
    }
}

/// The new file, complete, beside the old one.
fn prepare(target: &Path, text: &str, old: &[u8]) -> Result<PathBuf> {
    let text = with_line_ends_of(old, text);
    let beside = write_beside(target, text.as_bytes())?;
    if let Ok(meta) = fs::metadata(target) {
        // Some file systems have none.
        let _ = fs::set_permissions(&beside, meta.permissions());
    }
    Ok(beside)
}

/// Puts `text` into a file of this name unless there is one. False: there is.
pub(crate) fn create(path: &Path, text: &str) -> Result<bool> {
    let beside = write_beside(path, text.as_bytes())?;
    let added = add(&beside, path);
    let _ = fs::remove_file(&beside);
    let added =
        added.with_context(|| format!("cannot write {}", path.display()))?;
    sync_folder(path);
    Ok(matches!(added, Replaced::Done(_)))
}

/// Removes a file for good.
pub(crate) fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path)
        .with_context(|| format!("cannot remove {}", path.display()))?;
    sync_folder(path);
    Ok(())
}

/// Hidden, ignored by Git and by the watcher.
fn write_beside(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    let beside = leftover::beside(path);
    let written = File::create_new(&beside).and_then(|mut file| {
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

/// `text` has `\n` or `\r\n`; the file keeps what most of its lines had.
fn with_line_ends_of(old: &[u8], text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let all = old.iter().filter(|byte| **byte == b'\n').count();
    let crlf = old.windows(2).filter(|pair| *pair == b"\r\n").count();
    if crlf * 2 > all {
        text.replace('\n', "\r\n")
    } else {
        text
    }
}
