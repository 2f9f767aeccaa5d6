//! wrong: every_folder_is_listed_once
//! says: it gave 7
//!
//! One level by hand, and no more.

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
