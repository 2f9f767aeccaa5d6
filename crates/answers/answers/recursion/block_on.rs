//! hangs: a_folder_in_a_folder_counts
//! says: has held its thread
//! says: block_on
//!
//! No box is needed this way, but `block_on` holds the thread until the inner
//! folder is listed. That listing waits for a timer, and the timer needs this
//! very thread: in the timeline `list music` begins and never ends. What waits
//! for a future without holding the thread?

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
