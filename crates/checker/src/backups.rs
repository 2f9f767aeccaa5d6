//! A folder of earlier texts, one file each, numbered in their order.
//!
//! `1764317000123.rs`: the number is the time in milliseconds, or one more
//! than the newest if the clock does not say more. It is never used twice, so
//! a clock that was set back changes neither order nor content.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::durable;

/// So many texts of a file are kept. Nobody goes back further; a program that
/// keeps without end would fill the disk.
const MOST: usize = 500;

/// So many more may be there until they are looked through, which takes long.
const SLACK: usize = 50;

/// A text that was kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backup {
    /// Milliseconds since 1970, if the clock was right.
    pub number: u64,
    pub path: PathBuf,
}

impl Backup {
    pub fn text(&self) -> Result<String> {
        let bytes = crate::read::kept(&self.path)
            .with_context(|| format!("cannot read {}", self.path.display()))?;
        Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
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
    let kept = add(folder, text)?;
    // What cannot be removed costs room and nothing else.
    let _ = prune(folder, MOST, SLACK);
    Ok(kept)
}

fn add(folder: &Path, text: &str) -> Result<Option<PathBuf>> {
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

/// Removes the oldest of what is too much, and first what is kept twice.
/// Nothing that a reset of all exercises can bring back.
fn prune(folder: &Path, most: usize, slack: usize) -> Result<()> {
    let mut all = list(folder);
    if all.len() <= most + slack {
        return Ok(());
    }
    let needed = in_batches(folder);
    all.retain(|backup| !needed.contains(&backup.number));
    let mut left = most.saturating_sub(needed.len());
    let mut known = HashSet::new();
    // The newest of equal ones stays.
    for backup in all.iter().rev() {
        let again = backup
            .text()
            .is_ok_and(|text| !known.insert(crate::catalogue::hash(&text)));
        match left.checked_sub(1).filter(|_| !again) {
            Some(less) => left = less,
            None => durable::remove(&backup.path)?,
        }
    }
    Ok(())
}

/// Removes the names that a program took and did not come to write.
pub(crate) fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let path = entry.path();
        let empty = entry.metadata().is_ok_and(|meta| meta.len() == 0);
        if empty && path.extension().is_some_and(|it| it == "rs") {
            let _ = fs::remove_file(path);
        }
    }
}

/// What the lists beside the folder name, see `batch`.
fn in_batches(folder: &Path) -> HashSet<u64> {
    let beside = folder.parent().map(fs::read_dir);
    let entries = beside.into_iter().flatten().flatten().flatten();
    let lists = entries.filter(|entry| {
        entry.path().extension().is_some_and(|it| it == "json")
    });
    let numbers = lists.flat_map(|list| {
        let text = crate::read::long_string(&list.path()).unwrap_or_default();
        let list: Value = serde_json::from_str(&text).unwrap_or_default();
        let kept = list["exercises"].as_array().cloned().unwrap_or_default();
        kept.into_iter().filter_map(|one| one["backup"].as_u64())
    });
    numbers.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(folder: &Path) -> Vec<String> {
        let all = list(folder);
        all.iter().map(|backup| backup.text().unwrap()).collect()
    }

    #[test]
    fn only_so_many_texts_are_kept_and_the_newest_are() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("one");
        let keep = |text: &str| {
            add(&folder, text).unwrap();
            prune(&folder, 5, 2).unwrap();
        };
        (0..7).for_each(|number| keep(&format!("text {number}")));
        assert_eq!(list(&folder).len(), 7);
        let oldest = list(&folder)[0].number;
        let batch = format!(r#"{{"exercises":[{{"backup":{oldest}}}]}}"#);
        fs::write(dir.path().join("batch-1.json"), batch).unwrap();
        keep("text 7");
        let newest = ["text 4", "text 5", "text 6", "text 7"];
        assert_eq!(texts(&folder)[1..], newest);
        assert_eq!(texts(&folder)[0], "text 0", "a reset of all needs it");
    }

    #[test]
    fn what_is_kept_twice_goes_before_what_is_kept_once() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("one");
        for text in ["first", "a", "b", "a", "b", "a", "b", "a"] {
            add(&folder, text).unwrap();
        }
        prune(&folder, 5, 2).unwrap();
        assert_eq!(texts(&folder), ["first", "b", "a"]);
    }
}
