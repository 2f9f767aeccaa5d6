//! wrong: a_folder_in_a_folder_counts
//! says: `list music` ran 2 times
//!
//! The inner folder is listed once to look into it, and once more for its size:
//! the timeline shows `list music` two times. Each call makes a new future, and
//! each future that is awaited asks the disk again. An empty folder has a size,
//! too, so nobody needs to look first.

use lab::{Disk, Entry};

pub async fn size(disk: &Disk, path: &str) -> u64 {
    let mut sum = 0;
    for entry in disk.list(path).await {
        match entry {
            Entry::File(bytes) => sum += bytes,
            Entry::Folder(path) => {
                if !disk.list(&path).await.is_empty() {
                    sum += Box::pin(size(disk, &path)).await;
                }
            }
        }
    }
    sum
}
