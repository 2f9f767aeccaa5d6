//! Finds the checkout that a command was started in.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The root of the checkout: the nearest folder, from `start` upwards, that
/// holds `book.toml` and the workspace's `Cargo.toml`.
///
/// A command started outside of any checkout (`cargo --manifest-path`) uses
/// the checkout that this program was compiled in.
pub fn find(start: &Path) -> Result<PathBuf> {
    if let Some(root) = start.ancestors().find(|folder| is_root(folder)) {
        return Ok(root.to_path_buf());
    }
    if let Some(root) = compiled() {
        return Ok(root);
    }
    bail!(
        "{} is not inside a checkout of the book: no folder above it has \
         a book.toml beside a Cargo.toml with [workspace]. Change into the \
         checkout and try again",
        start.display()
    )
}

/// The checkout that this program was compiled in, if it is still there.
pub fn compiled() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = folder.ancestors().find(|folder| is_root(folder))?;
    Some(root.to_path_buf())
}

/// The root for the current folder.
pub fn here() -> Result<PathBuf> {
    let folder =
        std::env::current_dir().context("cannot read the current folder")?;
    find(&folder)
}

fn is_root(folder: &Path) -> bool {
    folder.join("book.toml").is_file()
        && std::fs::read_to_string(folder.join("Cargo.toml")).is_ok_and(
            |text| text.lines().any(|line| line.trim() == "[workspace]"),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_up_from_any_folder() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        std::fs::write(root.join("book.toml"), "").unwrap();
        std::fs::write(root.join("Cargo.toml"), "[workspace]\n").unwrap();
        // A member's manifest has no [workspace] table.
        let member = root.join("crates/one/src");
        std::fs::create_dir_all(&member).unwrap();
        std::fs::write(root.join("crates/one/Cargo.toml"), "[package]\n")
            .unwrap();
        assert_eq!(find(&member).unwrap(), root);
        assert_eq!(find(root).unwrap(), root);
    }

    #[test]
    fn falls_back_to_the_checkout_it_was_compiled_in() {
        let elsewhere = tempfile::tempdir().unwrap();
        let root = find(elsewhere.path()).unwrap();
        assert!(root.join("crates/book/Cargo.toml").is_file());
    }
}
