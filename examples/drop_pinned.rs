//! Dropping a pinned reference frees nothing; dropping the box does.
//!
//! In Python this is `first.cancel()`, which ends the task itself.
//!
//!     cargo run --example drop_pinned

use std::{pin::pin, time::Duration};
use tokio::{
    sync::Mutex,
    time::{Instant, sleep, timeout},
};

const SHORT: Duration = Duration::from_millis(50);

async fn write(file: &Mutex<u32>) {
    let mut lines = file.lock().await;
    sleep(Duration::from_millis(100)).await;
    *lines += 1;
}

// ANCHOR: drops
#[allow(clippy::drop_non_drop)] // Clippy finds it; rustc does not.
async fn drop_the_reference(file: &Mutex<u32>) {
    let mut first = pin!(write(file));
    if timeout(SHORT, &mut first).await.is_err() {
        drop(first); // The future stays, to the end of this function.
        write(file).await;
    }
}

async fn drop_the_box(file: &Mutex<u32>) {
    let mut first = Box::pin(write(file));
    if timeout(SHORT, &mut first).await.is_err() {
        drop(first);
        write(file).await;
    }
}
// ANCHOR_END: drops

async fn report(what: &str, writes: impl AsyncFn(&Mutex<u32>)) {
    let file = Mutex::new(0);
    let start = Instant::now();
    let end = timeout(Duration::from_millis(500), writes(&file)).await;
    println!("{what}: {end:?} after {} ms", start.elapsed().as_millis());
}

#[tokio::main]
async fn main() {
    report("pin! and drop", drop_the_reference).await;
    report("Box::pin, drop", drop_the_box).await;
}
