//! No link leads out of the book's folders, and nothing in them hangs.
//!
//! mdBook copies what lies in `src`, and follows links: one that leads
//! elsewhere would publish a file of the machine that builds.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

/// What is copied, shown or read into a page.
const FOLDERS: [&str; 6] = [
    "src",
    "theme",
    "examples",
    "recordings",
    "exercises",
    "solutions",
];

/// An error names the first link that leads out, or nowhere.
pub fn check(root: &Path) -> Result<()> {
    let folders = FOLDERS.map(|folder| root.join(folder));
    // Where they are, if the checkout itself is behind a link.
    let inside: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| {
            Some(root.canonicalize().ok()?.join(folder.file_name()?))
        })
        .collect();
    for folder in folders.iter().filter(|folder| folder.exists()) {
        ensure!(
            !folder.is_symlink(),
            "{} is a link. Put the folder itself in its place",
            folder.display()
        );
        walk(root, folder, &inside)?;
    }
    Ok(())
}

fn walk(root: &Path, folder: &Path, inside: &[PathBuf]) -> Result<()> {
    let cannot = || format!("cannot read {}", folder.display());
    for entry in std::fs::read_dir(folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_symlink() {
            link(root, &path, inside)?;
        } else if kind.is_dir() {
            walk(root, &path, inside)?;
        } else if !kind.is_file() && !path.ends_with("exercise.rs") {
            bail!(
                "{} is neither a file nor a folder, and reading it may never \
                 end. Remove it",
                path.strip_prefix(root).unwrap_or(&path).display()
            );
        }
    }
    Ok(())
}

fn link(root: &Path, path: &Path, inside: &[PathBuf]) -> Result<()> {
    let name = path.strip_prefix(root).unwrap_or(path).display();
    // The reader's own text may be anywhere, and is in no page.
    if path.ends_with("exercise.rs") {
        return Ok(());
    }
    let Ok(target) = path.canonicalize() else {
        bail!("{name} is a link that leads nowhere, or to itself. Remove it");
    };
    ensure!(
        inside.iter().any(|folder| target.starts_with(folder)),
        "{name} is a link that leads out of the book's folders, and what is \
         behind it would be published. Put a copy in its place"
    );
    Ok(())
}
