//! The size of a folder, with the folders in it, and those in them.

use lab::{Disk, Entry};

/// All bytes of all files below `path`.
pub async fn size(disk: &Disk, path: &str) -> u64 {
    let mut sum = 0;
    for entry in disk.list(path).await {
        match entry {
            Entry::File(bytes) => sum += bytes,
            // begin solution
            //~ // TODO: this folder has a size, too.
            //~ Entry::Folder(_path) => {}
            Entry::Folder(path) => sum += Box::pin(size(disk, &path)).await,
            // end solution
        }
    }
    sum
}
