//! Reads the reader's files: only regular ones, of bounded length.
//!
//! A pipe in the place of a file would never end, and neither would
//! `/dev/zero` behind a link; a log of 200 MB would, but much too late.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result};
use std::path::Path;

/// More than any exercise has, or any page can edit.
const LONGEST: u64 = 1 << 20;

/// What is kept when it is reset, so that the reader can have it back.
const LONGEST_KEPT: u64 = 64 << 20;

pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    up_to(path, LONGEST)
}

/// Of a text that is to be kept, or was.
pub fn kept(path: &Path) -> Result<Vec<u8>> {
    up_to(path, LONGEST_KEPT)
}

fn up_to(path: &Path, longest: u64) -> Result<Vec<u8>> {
    let file = open(path)?;
    let meta = file.metadata()?;
    if !meta.is_file() {
        let words = "it is not a regular file; put one in its place";
        return Err(Error::new(ErrorKind::InvalidInput, words));
    }
    if meta.len() > longest {
        return Err(too_long(longest));
    }
    let mut bytes = Vec::new();
    file.take(longest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > longest {
        return Err(too_long(longest));
    }
    Ok(bytes)
}

pub fn string(path: &Path) -> Result<String> {
    text(bytes(path)?)
}

/// Of a file of the book itself, which may be as long as one that is kept.
pub fn long_string(path: &Path) -> Result<String> {
    text(kept(path)?)
}

fn text(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes)
        .map_err(|_| Error::new(ErrorKind::InvalidData, "it is not UTF-8"))
}

/// A pipe is opened at once, without a writer, and then seen to be one.
#[cfg(unix)]
fn open(path: &Path) -> Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

#[cfg(not(unix))]
fn open(path: &Path) -> Result<File> {
    File::open(path)
}

fn too_long(longest: u64) -> Error {
    let words = format!(
        "it is longer than {} MiB; no exercise is. Move it to another place",
        longest >> 20
    );
    Error::new(ErrorKind::FileTooLarge, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_regular_files_of_bounded_length_are_read() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("file");
        std::fs::write(&path, "text").unwrap();
        assert_eq!(string(&path).unwrap(), "text");
        let longest = vec![b'x'; LONGEST as usize];
        std::fs::write(&path, &longest).unwrap();
        assert_eq!(bytes(&path).unwrap(), longest);
        std::fs::write(&path, [&longest[..], b"x"].concat()).unwrap();
        let kind = |path: &Path| bytes(path).unwrap_err().kind();
        assert_eq!(kind(&path), ErrorKind::FileTooLarge);
        assert_eq!(kind(dir.path()), ErrorKind::InvalidInput);
        assert_eq!(kind(&dir.path().join("none")), ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn what_never_ends_is_not_begun() {
        let dir = tempfile::tempdir().unwrap();
        let link = dir.path().join("link");
        std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
        let kind = |path: &Path| bytes(path).unwrap_err().kind();
        assert_eq!(kind(&link), ErrorKind::InvalidInput);
        let pipe = dir.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        assert_eq!(kind(&pipe), ErrorKind::InvalidInput);
    }
}
