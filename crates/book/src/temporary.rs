//! Folders of the server for a while, in the system's folder for such things.
//!
//! Their names say which process made them, so that the next start removes
//! what a killed one has left. They are for this user only: the reader's text
//! is in some of them.

use std::path::Path;

use anyhow::{Context, Result};
use bounded_process::Owner;
use tempfile::{Builder, TempDir};

const PREFIX: &str = "book-";

/// A new folder; `what` is a word for its name, and for people.
pub fn folder(what: &str) -> Result<TempDir> {
    let name = format!("{PREFIX}{what}-{}", Owner::current().prefix());
    let mut builder = Builder::new();
    builder.prefix(&name);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir().with_context(|| {
        format!(
            "cannot create a temporary folder ({what}) in {}. Set the \
             variable TMPDIR to a folder that you may write to, on a disk \
             with room",
            std::env::temp_dir().display()
        )
    })
}

/// Removes those whose process has ended.
pub fn sweep() {
    sweep_in(&std::env::temp_dir());
}

fn sweep_in(temporary: &Path) {
    let entries = std::fs::read_dir(temporary).into_iter().flatten();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(owner);
        let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if folder && owner.is_some_and(|owner| owner.has_ended()) {
            // Another user's is not ours to remove.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

fn owner(name: &str) -> Option<Owner> {
    let (_, owner) = name.strip_prefix(PREFIX)?.split_once('-')?;
    Owner::parse(owner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_for_this_user_and_goes_with_its_process() {
        let ours = folder("try").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = ours.path().metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700);
        }
        let all = tempfile::tempdir().unwrap();
        let name = ours.path().file_name().unwrap().to_str().unwrap();
        // The same number, as if it had been used before.
        let (head, rest) = name.rsplit_once('-').unwrap();
        let (head, space) = head.rsplit_once('-').unwrap();
        let ended = format!("{head}1-{space}-{rest}");
        for name in [name, &ended, "book-try-x-1-2", "book-", "other"] {
            std::fs::create_dir(all.path().join(name)).unwrap();
        }
        std::fs::write(all.path().join("book-a-1-1-1-file"), "").unwrap();
        sweep_in(all.path());
        let is_there = |name: &str| all.path().join(name).exists();
        assert!(is_there(name) && is_there("other") && is_there("book-"));
        assert!(is_there("book-try-x-1-2") && is_there("book-a-1-1-1-file"));
        #[cfg(target_os = "linux")]
        assert!(!is_there(&ended));
    }
}
