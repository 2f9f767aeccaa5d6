//! wrong: a_folder_in_a_folder_counts
//! says: it gave 8
//! says: Who asks those folders
//!
//! The call is there, and its future is dropped.

use lab::{Disk, Entry};

pub async fn size(disk: &Disk, path: &str) -> u64 {
    let mut sum = 0;
    for entry in disk.list(path).await {
        match entry {
            Entry::File(bytes) => sum += bytes,
            Entry::Folder(path) => drop(Box::pin(size(disk, &path))),
        }
    }
    sum
}
