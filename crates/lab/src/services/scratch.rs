//! A folder for temporary files, which takes its time.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::log::{Log, Watched};
use crate::ms;

/// Clones are the same folder.
#[derive(Clone, Default)]
pub struct Scratch {
    log: Log,
    files: Arc<Mutex<Files>>,
}

#[derive(Default)]
struct Files {
    made: u32,
    present: BTreeSet<u32>,
}

impl Scratch {
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes a file, in 20 ms; its number. Dropped before, it has made none.
    pub async fn create(&self) -> u32 {
        self.log.visit("create", ms(20)).await;
        let mut files = self.files();
        files.made += 1;
        let number = files.made;
        files.present.insert(number);
        number
    }

    /// Removes a file, in 30 ms. Dropped before, it has removed nothing.
    pub async fn remove(&self, number: u32) {
        self.log.visit(format!("remove {number}"), ms(30)).await;
        self.files().present.remove(&number);
    }

    /// The files that are there.
    pub fn present(&self) -> Vec<u32> {
        self.files().present.iter().copied().collect()
    }

    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Scratch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the folder")
    }
}

impl Watched for Scratch {
    fn log(&self) -> &Log {
        &self.log
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_is_cut_short_changes_nothing() {
        let scratch = Scratch::new();
        let cut = tokio::time::timeout(ms(10), scratch.create()).await;
        assert!(cut.is_err() && scratch.present().is_empty());
        let file = scratch.create().await;
        let cut = tokio::time::timeout(ms(10), scratch.remove(file)).await;
        assert!(cut.is_err());
        assert_eq!(scratch.present(), [file]);
        scratch.remove(file).await;
        assert!(scratch.present().is_empty());
    }
}
