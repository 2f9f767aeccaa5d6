//! Replaces a file so that whatever happens, one of the two texts is there.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::DeskError;

/// Writes `text` if the file still has the revision `base`; else nothing, and
/// the answer is false.
///
/// The new text is complete on the disk before it takes the place of the old
/// one, by one renaming. The file keeps its permissions and its line ends, and
/// where it is a link, the file behind it is replaced.
pub fn replace(path: &Path, text: &str, base: &str) -> Result<bool, DeskError> {
    write(path, text, base).map_err(|error| DeskError::writing(path, error))
}

fn write(path: &Path, text: &str, base: &str) -> io::Result<bool> {
    let path = behind_links(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let old = match fs::read(&path) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let crlf = old.as_deref().is_some_and(has_crlf);
    let text = if crlf {
        text.replace('\n', "\r\n")
    } else {
        text.to_owned()
    };
    // Its name begins with a dot, so that nobody takes it for a saved file.
    let mut beside = tempfile::Builder::new()
        .prefix(".saving-")
        .suffix(".part")
        .tempfile_in(folder)?;
    beside.write_all(text.as_bytes())?;
    let permissions = match fs::metadata(&path) {
        Ok(meta) => Some(meta.permissions()),
        Err(_) => ordinary(),
    };
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.as_file().sync_all()?;
    // As late as can be: another editor knows nothing of our locks.
    if drill::revision(&path) != base {
        return Ok(false);
    }
    beside.persist(&path).map_err(|error| error.error)?;
    sync(folder);
    Ok(true)
}

/// Removes the file if it still has the revision `base`.
pub fn remove(path: &Path, base: &str) -> Result<bool, DeskError> {
    if drill::revision(path) != base {
        return Ok(false);
    }
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(DeskError::writing(path, error))
        }
        _ => Ok(true),
    }
}

fn behind_links(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Ok(path) => Ok(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok(path.to_path_buf())
        }
        Err(error) => Err(error),
    }
}

fn has_crlf(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair == b"\r\n")
}

/// Temporary files can be read by nobody else.
#[cfg(unix)]
fn ordinary() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn ordinary() -> Option<fs::Permissions> {
    None
}

/// The renaming itself survives a loss of power, where folders can be synced.
fn sync(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
