//! A folder of earlier texts, one file each, numbered in their order.
//!
//! `1764317000123.rs`: the number is the time in milliseconds, or one more
//! than the newest if the clock does not say more. It is never used twice, so
//! a clock that was set back changes neither order nor content.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

use crate::durable;

/// A text that was kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backup {
    /// Milliseconds since 1970, if the clock was right.
    pub number: u64,
    pub path: PathBuf,
}

impl Backup {
    pub fn text(&self) -> Result<String> {
        crate::catalogue::read_text(&self.path)
    }
}

/// The backups of a folder, oldest first.
pub fn list(folder: &Path) -> Vec<Backup> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Backup> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let number = name.strip_suffix(".rs")?.parse().ok()?;
            // An empty one is a name that was taken and not yet written.
            let whole = entry.metadata().is_ok_and(|meta| meta.len() > 0);
            let path = entry.path();
            whole.then_some(Backup { number, path })
        })
        .collect();
    found.sort();
    found
}

/// Keeps a text as the newest of its folder, unless it is that already. An
/// empty one is nothing to keep.
pub fn keep(folder: &Path, text: &str) -> Result<Option<PathBuf>> {
    if text.is_empty() {
        return Ok(None);
    }
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis());
    let newest = list(folder).pop();
    if let Some(newest) = &newest
        && newest
            .text()
            .is_ok_and(|kept| kept == text.replace("\r\n", "\n"))
    {
        return Ok(Some(newest.path.clone()));
    }
    let newest = newest.map_or(0, |newest| newest.number);
    let mut number = u64::try_from(now).unwrap_or(0).max(newest + 1);
    loop {
        let path = folder.join(format!("{number}.rs"));
        if durable::create(&path, text)? {
            return Ok(Some(path));
        }
        // Another program was quicker.
        number += 1;
    }
}
