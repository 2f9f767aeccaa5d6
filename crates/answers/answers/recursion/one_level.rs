//! wrong: every_folder_is_listed_once
//! says: it gave 7
//!
//! The folders of the first level are counted, and there it ends: the timeline
//! has no `list live`, a folder in a folder in a folder. A second function for
//! the inner folders would need a third for theirs. What is done for a folder
//! here has to be done in the same way for each one below.

use lab::{Disk, Entry};

async fn files(disk: &Disk, path: &str) -> u64 {
    let entries = disk.list(path).await;
    let files = entries.iter().map(|entry| match entry {
        Entry::File(bytes) => *bytes,
        Entry::Folder(_) => 0,
    });
    files.sum()
}

pub async fn size(disk: &Disk, path: &str) -> u64 {
    let mut sum = 0;
    for entry in disk.list(path).await {
        match entry {
            Entry::File(bytes) => sum += bytes,
            Entry::Folder(path) => sum += files(disk, &path).await,
        }
    }
    sum
}
