//! hangs: a_folder_in_a_folder_counts
//! says: has held its thread
//! says: block_on
//!
//! No box, since the inner future is not part of the outer one. But the timer
//! that it waits for needs this thread.

use lab::{Disk, Entry};

pub async fn size(disk: &Disk, path: &str) -> u64 {
    let mut sum = 0;
    for entry in disk.list(path).await {
        match entry {
            Entry::File(bytes) => sum += bytes,
            Entry::Folder(path) => sum += inner(disk, &path),
        }
    }
    sum
}

fn inner(disk: &Disk, path: &str) -> u64 {
    futures::executor::block_on(size(disk, path))
}
