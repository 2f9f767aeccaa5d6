//! A handle that aborts its task when it is dropped does not wait for it.
//!
//! In Python `wait_for` cancels the task, and waits until it has ended.
//!
//!     cargo run --example tied_gone --features util

use std::{thread, time::Duration};
use tokio::time::{Instant, sleep, timeout};
use tokio_util::task::AbortOnDropHandle;

// ANCHOR: main
const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

struct File(Instant);

impl Drop for File {
    fn drop(&mut self) {
        thread::sleep(ms(200)); // To close it takes its time.
        println!("file closed at {} ms", self.0.elapsed().as_millis());
    }
}

async fn write(file: File) {
    sleep(ms(10_000)).await;
    drop(file);
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let writing = AbortOnDropHandle::new(tokio::spawn(write(File(start))));
    let late = timeout(ms(100), writing).await.is_err();
    println!("late: {late} at {} ms", start.elapsed().as_millis());
    sleep(ms(300)).await;
}
// ANCHOR_END: main
