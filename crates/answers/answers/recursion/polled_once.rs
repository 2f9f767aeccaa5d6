//! wrong: a_folder_in_a_folder_counts
//! says: it gave 8
//!
//! The inner folder is begun and given up at once: in the timeline `list music`
//! is dropped at 10 ms, when it has begun to wait. One poll asks a future
//! whether it is ready, and a future that has to wait is not. What asks again
//! until it is?

use futures::FutureExt;
use lab::{Disk, Entry};

pub async fn size(disk: &Disk, path: &str) -> u64 {
    let mut sum = 0;
    for entry in disk.list(path).await {
        match entry {
            Entry::File(bytes) => sum += bytes,
            Entry::Folder(path) => {
                let inner = Box::pin(size(disk, &path)).now_or_never();
                sum += inner.unwrap_or(0);
            }
        }
    }
    sum
}
