//! right
//!
//! A list of what is still to be done.

use lab::{Disk, Entry};

pub async fn size(disk: &Disk, path: &str) -> u64 {
    let mut sum = 0;
    let mut left = vec![path.to_owned()];
    while let Some(path) = left.pop() {
        for entry in disk.list(&path).await {
            match entry {
                Entry::File(bytes) => sum += bytes,
                Entry::Folder(path) => left.push(path),
            }
        }
    }
    sum
}
