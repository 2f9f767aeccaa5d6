//! right
//!
//! The folders of one level at the same time.

use futures::future::join_all;
use lab::{Disk, Entry};

pub async fn size(disk: &Disk, path: &str) -> u64 {
    let entries = disk.list(path).await;
    let sizes = entries.iter().map(|entry| {
        Box::pin(async move {
            match entry {
                Entry::File(bytes) => *bytes,
                Entry::Folder(path) => size(disk, path).await,
            }
        })
    });
    join_all(sizes).await.iter().sum()
}
