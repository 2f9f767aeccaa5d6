//! An async function that calls itself needs a box for each level.
//!
//! In Python every coroutine object is on the heap, so nothing is needed.
//!
//!     cargo run --example recursion

use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
struct Folder {
    bytes: u64,
    folders: Vec<Folder>,
}

async fn size(folder: &Folder) -> u64 {
    sleep(Duration::from_millis(10)).await; // asks the disk
    let mut sum = folder.bytes;
    for inner in &folder.folders {
        sum += Box::pin(size(inner)).await;
    }
    sum
}
// ANCHOR_END: main

fn folder(bytes: u64, folders: Vec<Folder>) -> Folder {
    Folder { bytes, folders }
}

#[tokio::main]
async fn main() {
    let deep = folder(4, vec![folder(2, vec![])]);
    let root = folder(8, vec![deep, folder(1, vec![])]);

    let start = Instant::now();
    let sum = size(&root).await;
    println!("{sum} bytes after {} ms", start.elapsed().as_millis());
}
