//! Two at a time without a semaphore: the stream counts.
//!
//! In Python this is `gather` with a semaphore, or `as_completed`.
//!
//!     cargo run --example throttle

use futures::{
    future::join_all,
    stream::{self, StreamExt},
};
use std::time::Duration;
use tokio::{
    sync::Semaphore,
    time::{Instant, sleep},
};

async fn download(millis: u64) -> u64 {
    sleep(Duration::from_millis(millis)).await;
    millis
}

// ANCHOR: main
async fn limited(millis: u64, permits: &Semaphore) -> u64 {
    let _permit = permits
        .acquire()
        .await
        .expect("the semaphore is never closed");
    download(millis).await
}

#[tokio::main]
async fn main() {
    let sizes = [300, 100, 200];

    let start = Instant::now();
    let permits = Semaphore::new(2);
    let done = join_all(sizes.map(|n| limited(n, &permits))).await;
    println!("Semaphore: {done:?} in {} ms", start.elapsed().as_millis());

    let start = Instant::now();
    let downloads = stream::iter(sizes).map(download);
    let done: Vec<_> = downloads.buffer_unordered(2).collect().await;
    println!("unordered: {done:?} in {} ms", start.elapsed().as_millis());

    let start = Instant::now();
    let downloads = stream::iter(sizes).map(download);
    let done: Vec<_> = downloads.buffered(2).collect().await;
    println!("buffered:  {done:?} in {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
