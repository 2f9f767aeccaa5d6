//! A timeout drops its work, and a drop may take time or come later.
//!
//! In Python `wait_for` waits for the `finally` of what it has cancelled.
//!
//!     cargo run --example timeout_drop

use std::{pin::pin, thread, time::Duration};
use tokio::time::{Instant, sleep, timeout};

// ANCHOR: main
const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

struct Disk(Instant, u64);

impl Drop for Disk {
    fn drop(&mut self) {
        thread::sleep(ms(self.1)); // It blocks: a drop cannot await.
        println!("disk closed at {} ms", self.0.elapsed().as_millis());
    }
}

async fn save(disk: Disk) {
    sleep(ms(10_000)).await;
    drop(disk);
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let slow = timeout(ms(50), save(Disk(start, 200))).await;
    println!("slow: {slow:?} at {} ms", start.elapsed().as_millis());

    let start = Instant::now();
    let mut pinned = pin!(timeout(ms(50), save(Disk(start, 0))));
    let result = pinned.as_mut().await;
    println!("pinned: {result:?} at {} ms", start.elapsed().as_millis());
    #[allow(clippy::drop_non_drop)] // Clippy finds it; rustc does not.
    drop(pinned); // This drops a reference. The work is still there.
    sleep(ms(100)).await;
    println!("main ends at {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
