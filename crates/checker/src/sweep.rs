//! Removes what killed programs have left in `.book`.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::{backups, desk, durable};

/// All but what stands beside a file of the reader, see
/// [`Desk::sweep`](crate::Desk::sweep).
///
/// # Errors
///
/// When something cannot be removed.
pub fn sweep(home: &Path) -> Result<()> {
    let book = home.join(".book");
    let kept = desk::folder(home);
    let entries = fs::read_dir(&kept).into_iter().flatten().flatten();
    let mut folders = vec![book, kept];
    folders.extend(entries.map(|entry| entry.path()));
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        for left in durable::leftovers(folder) {
            durable::remove(&left.path)?;
        }
        backups::sweep(folder);
    }
    Ok(())
}
