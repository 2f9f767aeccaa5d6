//! Two files take each other's places, so that what was replaced is at hand.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// What came of [`replace_if`](super::replace_if).
#[derive(Debug, PartialEq, Eq)]
pub enum Replaced {
    /// With the file that was replaced, where there was one and it is still
    /// at hand.
    Done(Option<Displaced>),
    /// The file was another one; it is as it was. In a file that is written
    /// again and again a text may have had to give way to a newer one.
    Changed { displaced: Option<Vec<u8>> },
}

/// A file that was replaced. An editor that had opened it before may still
/// write into it, and that text would be in no other place. Dropped, it is
/// gone.
#[derive(Debug, PartialEq, Eq)]
pub struct Displaced {
    path: PathBuf,
    /// Of the text that was to be replaced; the text itself may be long.
    hash: u64,
}

impl Displaced {
    fn new(path: &Path, old: &[u8]) -> Self {
        Self {
            path: path.to_owned(),
            hash: hash(old),
        }
    }

    /// What has been written into it since, if anything.
    pub fn written_since(&self) -> Option<Vec<u8>> {
        let bytes = fs::read(&self.path).ok()?;
        // Emptied and not yet written is nothing to keep.
        (!bytes.is_empty() && hash(&bytes) != self.hash).then_some(bytes)
    }

    /// This text is in another place now.
    pub fn is_kept(&mut self, bytes: &[u8]) {
        self.hash = hash(bytes);
    }
}

impl Drop for Displaced {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

pub const CHANGED: Replaced = Replaced::Changed { displaced: None };

/// Puts `beside` in the place of `target`, which must have the bytes `old`.
pub fn replace(
    beside: &Path,
    target: &Path,
    old: &[u8],
) -> io::Result<Replaced> {
    let mine = fs::read(beside)?;
    match swap(beside, target) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(CHANGED);
        }
        Err(_) => return with_a_link(beside, target, old),
    }
    // Twice: an editor that had opened the file before may write into it now.
    if fs::read(beside)? == old && fs::read(beside)? == old {
        return Ok(Replaced::Done(Some(Displaced::new(beside, old))));
    }
    swap(beside, target)?;
    if fs::read(beside)? == mine {
        return Ok(CHANGED);
    }
    // Somebody has written over ours meanwhile. Theirs is the newest.
    swap(beside, target)?;
    Ok(Replaced::Changed {
        displaced: Some(fs::read(beside)?),
    })
}

#[cfg(target_os = "linux")]
fn swap(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Where files cannot be exchanged: a second name for the old one is kept
/// until the new one stands and the old one was looked at again.
fn with_a_link(
    beside: &Path,
    target: &Path,
    old: &[u8],
) -> io::Result<Replaced> {
    let link = beside.with_extension("old.part");
    let linked = fs::hard_link(target, &link).is_ok();
    let replaced = look_and_rename(beside, target, &link, old, linked);
    let _ = fs::remove_file(&link);
    replaced
}

fn look_and_rename(
    beside: &Path,
    target: &Path,
    link: &Path,
    old: &[u8],
    linked: bool,
) -> io::Result<Replaced> {
    if fs::read(target)? != old {
        return Ok(CHANGED);
    }
    fs::rename(beside, target)?;
    if !linked || fs::read(link)? == old {
        return Ok(Replaced::Done(None));
    }
    fs::rename(link, target)?;
    Ok(CHANGED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicBool, Ordering};

    fn files(dir: &Path) -> [PathBuf; 2] {
        let files = ["beside", "target"].map(|name| dir.join(name));
        fs::write(&files[0], "mine").unwrap();
        fs::write(&files[1], "old").unwrap();
        files
    }

    #[test]
    fn what_comes_out_is_looked_at() {
        let dir = tempfile::tempdir().unwrap();
        type Replace = fn(&Path, &Path, &[u8]) -> io::Result<Replaced>;
        for replace in [replace as Replace, with_a_link] {
            let [beside, target] = files(dir.path());
            let replaced = replace(&beside, &target, b"other").unwrap();
            assert_eq!(replaced, CHANGED);
            assert_eq!(fs::read(&target).unwrap(), b"old");
            let [beside, target] = files(dir.path());
            let replaced = replace(&beside, &target, b"old").unwrap();
            assert!(matches!(replaced, Replaced::Done(_)));
            assert_eq!(fs::read(&target).unwrap(), b"mine");
            drop(replaced);
            assert!(!beside.exists());
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_written_into_a_replaced_file_is_found() {
        use std::io::Write;
        let dir = tempfile::tempdir().unwrap();
        let [beside, target] = files(dir.path());
        let mut editor = fs::File::options().write(true).open(&target).unwrap();
        let replaced = replace(&beside, &target, b"old").unwrap();
        let Replaced::Done(Some(displaced)) = replaced else {
            panic!("{replaced:?}");
        };
        assert_eq!(displaced.written_since(), None);
        editor.write_all(b"theirs").unwrap();
        assert_eq!(displaced.written_since().as_deref(), Some(&b"theirs"[..]));
        drop(displaced);
        assert!(!beside.exists());
        assert_eq!(fs::read(&target).unwrap(), b"mine");
    }

    /// Another editor renames as fast as it can; each of its texts is found
    /// in the file, or was seen to be replaced. Ten times as many were tried
    /// once, and lost nothing.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_thousand_collisions_lose_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("target");
        fs::write(&target, "start").unwrap();
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let editor = scope.spawn(|| {
                let beside = dir.path().join("editor");
                let mut written = 0;
                while !done.load(Ordering::Relaxed) {
                    written += 1;
                    fs::write(&beside, format!("theirs {written}")).unwrap();
                    fs::rename(&beside, &target).unwrap();
                }
                written
            });
            let mut ours = 0;
            for turn in 0..1_000 {
                let old = fs::read(&target).unwrap();
                let beside = dir.path().join("ours");
                let mine = format!("ours {turn}");
                fs::write(&beside, &mine).unwrap();
                let replaced = super::replace(&beside, &target, &old).unwrap();
                match replaced {
                    Replaced::Done(_) => {
                        ours += 1;
                        // Only what we had looked at came out.
                        assert_eq!(fs::read(&beside).unwrap(), old);
                    }
                    Replaced::Changed { displaced: None } => {
                        let out = fs::read(&beside).unwrap();
                        assert_eq!(out, mine.as_bytes(), "only ours");
                    }
                    Replaced::Changed { .. } => {}
                }
            }
            done.store(true, Ordering::Relaxed);
            assert!(editor.join().unwrap() > 0);
            eprintln!("{ours} of 1,000 were replaced");
        });
    }
}
