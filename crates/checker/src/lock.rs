//! One program at a time.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result};

/// Held until it is dropped, or until the program ends in whatever way.
pub struct Lock(#[allow(dead_code, reason = "it is open")] File);

/// Waits until nobody else has the lock of this file. The file stays there,
/// empty: to remove it would let two programs in.
pub fn lock(path: &Path) -> Result<Lock> {
    let file = open(path)
        .with_context(|| format!("cannot lock {}", path.display()))?;
    Ok(Lock(file))
}

#[cfg(unix)]
fn open(path: &Path) -> std::io::Result<File> {
    use rustix::fs::{FlockOperation, flock};
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)?;
    loop {
        match flock(&file, FlockOperation::LockExclusive) {
            Err(rustix::io::Errno::INTR) => {}
            // A disk without locks: two programs may then undo one another's
            // last change, as nothing can prevent, but write whole files.
            Ok(()) | Err(_) => return Ok(file),
        }
    }
}

/// Windows gives the file to one program at a time, and an error to others.
#[cfg(windows)]
fn open(path: &Path) -> std::io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt;
    const SHARING_VIOLATION: i32 = 32;
    loop {
        let opened = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .share_mode(0)
            .open(path);
        match opened {
            Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => {
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
            opened => return opened,
        }
    }
}

#[cfg(not(any(unix, windows)))]
fn open(path: &Path) -> std::io::Result<File> {
    File::create(path)
}
