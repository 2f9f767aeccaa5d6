//! wrong: a_folder_in_a_folder_counts
//! says: it gave 4
//!
//! Both folders are listed, and the timeline is as expected. But the inner size
//! takes the place of what was counted before: 4 bytes are left, and the 8 are
//! gone. Look at how the two numbers come together.

use lab::{Disk, Entry};

pub async fn size(disk: &Disk, path: &str) -> u64 {
    let mut sum = 0;
    for entry in disk.list(path).await {
        match entry {
            Entry::File(bytes) => sum += bytes,
            Entry::Folder(path) => sum = Box::pin(size(disk, &path)).await,
        }
    }
    sum
}
