//! What each file was like when it was last looked at.

use std::collections::{BTreeSet, HashMap};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::places::{LONGEST, SCRATCH};

/// A file can be touched, or written as it was; only what differs was saved.
#[derive(Default)]
pub struct Stamps(HashMap<PathBuf, Stamp>);

#[derive(Clone, PartialEq, Eq)]
struct Stamp {
    time: SystemTime,
    length: u64,
    /// Where a link leads.
    link: Option<PathBuf>,
    /// Of a text that the reader edits: two saves within one tick of the file
    /// system's clock, or with a clock that was set back, may differ in
    /// nothing else.
    revision: Option<String>,
}

impl Stamps {
    pub fn scan(&mut self, folder: &Path) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            // A link is one thing to look at, not what is behind it, which
            // may be itself.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.scan(&path);
            } else {
                self.scan_file(&path);
            }
        }
    }

    pub fn scan_file(&mut self, path: &Path) {
        if let Some(stamp) = stamp(path) {
            self.0.insert(path.to_path_buf(), stamp);
        }
    }

    /// Every file of the folder that is there, or that was.
    pub fn list(&self, folder: &Path, into: &mut BTreeSet<PathBuf>) {
        let inside =
            |path: &&PathBuf| *path != folder && path.starts_with(folder);
        into.extend(self.0.keys().filter(inside).cloned());
        let mut now = Stamps::default();
        now.scan(folder);
        into.extend(now.0.into_keys());
    }

    pub fn changed(&mut self, path: &Path) -> bool {
        match stamp(path) {
            Some(now) => {
                self.0.insert(path.to_path_buf(), now.clone()) != Some(now)
            }
            None => self.0.remove(path).is_some(),
        }
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let link = std::fs::read_link(path).ok();
    let file = path.metadata().ok().filter(Metadata::is_file);
    let Some(meta) = file else {
        // It leads to a folder, or nowhere.
        return link.map(|link| Stamp {
            time: SystemTime::UNIX_EPOCH,
            length: 0,
            link: Some(link),
            revision: None,
        });
    };
    let revision = if is_edited(path) && meta.len() <= LONGEST as u64 {
        let text = checker::read::bytes(path).ok()?;
        Some(checker::hash(&String::from_utf8_lossy(&text)))
    } else {
        None
    };
    Some(Stamp {
        time: meta.modified().ok()?,
        length: meta.len(),
        link,
        revision,
    })
}

/// `exercises/NAME/exercise.rs`, `.book/scratch/NAME.rs`.
fn is_edited(path: &Path) -> bool {
    path.ends_with("exercise.rs")
        || path.extension().is_some_and(|ending| ending == "rs")
            && path.parent().is_some_and(|p| p.ends_with(SCRATCH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, File};

    #[test]
    fn a_save_within_one_tick_of_the_clock_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("exercise.rs");
        let at = SystemTime::UNIX_EPOCH;
        let save = |text: &str| {
            fs::write(&path, text).unwrap();
            let file = File::options().append(true).open(&path).unwrap();
            file.set_modified(at).unwrap();
        };
        let mut stamps = Stamps::default();
        save("one");
        assert!(stamps.changed(&path));
        assert!(!stamps.changed(&path));
        save("two");
        assert!(stamps.changed(&path), "same time, same length");
        assert!(!stamps.changed(&path));
        fs::remove_file(&path).unwrap();
        assert!(stamps.changed(&path));
        assert!(!stamps.changed(&path));
    }

    #[test]
    fn what_was_lost_is_looked_for() {
        let dir = tempfile::tempdir().unwrap();
        let mut stamps = Stamps::default();
        for name in ["gone", "same", "other"] {
            fs::write(dir.path().join(name), "1").unwrap();
        }
        stamps.scan(dir.path());
        fs::remove_file(dir.path().join("gone")).unwrap();
        fs::write(dir.path().join("other"), "22").unwrap();
        fs::write(dir.path().join("new"), "1").unwrap();
        let mut all = BTreeSet::new();
        stamps.list(dir.path(), &mut all);
        let mut changed: Vec<_> = all
            .iter()
            .filter(|path| stamps.changed(path))
            .filter_map(|path| path.file_name()?.to_str())
            .collect();
        changed.sort_unstable();
        assert_eq!(changed, ["gone", "new", "other"]);
    }
}
