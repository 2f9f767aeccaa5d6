//! A disk with folders in folders.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::log::{Log, Watched};
use crate::ms;

/// What a folder holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A file of so many bytes.
    File(u64),
    /// The path of another folder.
    Folder(String),
}

/// Clones are the same disk.
#[derive(Clone, Default)]
pub struct Disk {
    log: Log,
    folders: Arc<BTreeMap<String, Vec<Entry>>>,
}

impl Disk {
    /// One folder for each path, with what it holds.
    pub fn new(folders: &[(&str, &[Entry])]) -> Self {
        let folders = folders
            .iter()
            .map(|(path, entries)| ((*path).to_owned(), entries.to_vec()));
        Self {
            log: Log::new(),
            folders: Arc::new(folders.collect()),
        }
    }

    /// Folder in folder, so many, each with one byte of its own.
    pub fn deep(levels: u32) -> Self {
        let folders = (0..levels).map(|level| {
            let mut entries = vec![Entry::File(1)];
            if level + 1 < levels {
                entries.push(Entry::Folder((level + 1).to_string()));
            }
            (level.to_string(), entries)
        });
        Self {
            log: Log::new(),
            folders: Arc::new(folders.collect()),
        }
    }

    /// What the folder holds; takes 10 ms. Nothing, if there is no such folder.
    pub async fn list(&self, path: &str) -> Vec<Entry> {
        self.log.visit(format!("list {path}"), ms(10)).await;
        self.folders.get(path).cloned().unwrap_or_default()
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the disk")
    }
}

impl Watched for Disk {
    fn log(&self) -> &Log {
        &self.log
    }
}
