//! right
//!
//! The function returns a box.

use futures::{FutureExt, future::BoxFuture};
use lab::{Disk, Entry};

pub fn size<'a>(disk: &'a Disk, path: &'a str) -> BoxFuture<'a, u64> {
    async move {
        let mut sum = 0;
        for entry in disk.list(path).await {
            match entry {
                Entry::File(bytes) => sum += bytes,
                Entry::Folder(path) => sum += size(disk, &path).await,
            }
        }
        sum
    }
    .boxed()
}
