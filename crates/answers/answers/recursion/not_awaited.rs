//! wrong: a_folder_in_a_folder_counts
//! says: it gave 8
//! says: Who asks those folders
//!
//! Eight bytes are those of the outer folder alone. The timeline has `list
//! home` and nothing after it, so no future of the inner folder was ever
//! polled. Perhaps the call is written down and what it gives is dropped: who
//! awaits it?

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
